#pragma once

#include <QSyntaxHighlighter>
#include <QTextCharFormat>

#include "common/config/syntax/token.h"

namespace twinhelm::desk
{

/// Colours keepalived.conf by the product's own lexer, line by line. Colours come from the theme at the time of
/// painting; rehighlight() after a theme change.
class ConfigHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit ConfigHighlighter(QTextDocument *document);

protected:
    void highlightBlock(const QString &line) override;

private:
    [[nodiscard]] QTextCharFormat formatOf(config::TokenKind kind, bool keyword) const;
};

} // namespace twinhelm::desk
