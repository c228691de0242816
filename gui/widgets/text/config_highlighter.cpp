#include "gui/widgets/text/config_highlighter.h"

#include "common/config/syntax/lexer.h"
#include "gui/core/document/text_map.h"
#include "gui/widgets/theme/colours.h"

namespace twinhelm::desk
{

ConfigHighlighter::ConfigHighlighter(QTextDocument *document) : QSyntaxHighlighter(document) {}

QTextCharFormat ConfigHighlighter::formatOf(config::TokenKind kind, bool keyword) const
{
    using config::TokenKind;
    const Colours &c = colours();
    QTextCharFormat format;
    switch (kind) {
    case TokenKind::Comment:
        format.setForeground(c.comment);
        format.setFontItalic(true);
        break;
    case TokenKind::Condition:
    case TokenKind::Definition:
    case TokenKind::Directive:
        format.setForeground(c.condition);
        format.setFontWeight(QFont::Bold);
        break;
    case TokenKind::Quoted:
    case TokenKind::DefinitionText: format.setForeground(c.string); break;
    case TokenKind::Word:
        if (keyword)
            format.setForeground(c.keyword);
        break;
    case TokenKind::OpenBrace:
    case TokenKind::CloseBrace: format.setForeground(c.secondary); break;
    case TokenKind::Invalid: format.setForeground(c.fault); break;
    case TokenKind::Blank:
    case TokenKind::LineEnd: break;
    }
    return format;
}

void ConfigHighlighter::highlightBlock(const QString &line)
{
    const QByteArray bytes = line.toUtf8();
    const TextMap map(bytes);
    bool first = true;
    for (const config::Token &token :
         config::tokenize({bytes.constData(), static_cast<std::size_t>(bytes.size())}).all) {
        const qsizetype begin = map.positionAt(token.begin);
        const qsizetype length = map.positionAt(token.end) - begin;
        // An address that begins a line is an entry of a list, no keyword.
        const bool keyword = first && !line[begin].isDigit();
        setFormat(static_cast<int>(begin), static_cast<int>(length), formatOf(token.kind, keyword));
        if (token.kind == config::TokenKind::Word)
            first = false;
    }
}

} // namespace twinhelm::desk
