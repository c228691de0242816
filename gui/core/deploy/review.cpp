#include "gui/core/deploy/review.h"

#include <string>
#include <vector>

#include "common/base/secret.h"
#include "common/cluster/alignment.h"
#include "common/config/schema/schema.h"
#include "common/config/syntax/lexer.h"
#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

std::vector<std::string> linesOf(const QByteArray &text)
{
    std::vector<std::string> lines;
    for (const QByteArray &line : text.split('\n'))
        lines.push_back((line.endsWith('\r') ? line.chopped(1) : line).toStdString());
    // What follows the last line break is no line of its own.
    if (!lines.empty() && lines.back().empty())
        lines.pop_back();
    return lines;
}

bool isSecret(std::string_view keyword)
{
    for (const std::string_view block : config::schema::blocksWith(keyword)) {
        const auto *row = config::schema::find(block, keyword);
        if (row && row->kind == config::schema::Kind::Secret)
            return true;
    }
    return false;
}

/// Marks the unchanged lines that are far from any change as one gap.
QList<ReviewLine> withGaps(const QList<ReviewLine> &all, int context)
{
    std::vector<bool> near(static_cast<std::size_t>(all.size()), false);
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].kind == ReviewLine::Kind::Same)
            continue;
        for (qsizetype j = std::max<qsizetype>(0, i - context); j <= std::min(all.size() - 1, i + context); ++j)
            near[static_cast<std::size_t>(j)] = true;
    }
    QList<ReviewLine> out;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (near[static_cast<std::size_t>(i)])
            out.append(all[i]);
        else if (out.isEmpty() || out.back().kind != ReviewLine::Kind::Gap)
            out.append({ReviewLine::Kind::Gap, {}});
    }
    return out;
}

} // namespace

QString withoutSecrets(const QByteArray &line)
{
    const auto tokens = config::tokenize(view(line)).all;
    bool secret = false;
    bool keywordSeen = false;
    QString out;
    for (const auto &token : tokens) {
        const std::string_view part = view(line).substr(token.begin, token.end - token.begin);
        const bool word = token.kind == config::TokenKind::Word || token.kind == config::TokenKind::Quoted;
        if (word && !keywordSeen) {
            keywordSeen = true;
            secret = isSecret(part);
            out += toQt(part);
        } else {
            out += secret && word ? toQt(Secret::mask()) : toQt(part);
        }
    }
    return out;
}

QList<ReviewLine> reviewChanges(const QByteArray &before, const QByteArray &after, int context)
{
    const auto left = linesOf(before);
    const auto right = linesOf(after);
    if (left == right)
        return {};
    QList<ReviewLine> all;
    for (const cluster::Aligned &row : cluster::align(left, right)) {
        using Kind = ReviewLine::Kind;
        const bool inLeft = row.left != cluster::Aligned::absent;
        const bool inRight = row.right != cluster::Aligned::absent;
        const std::string &text = inLeft ? left[row.left] : right[row.right];
        all.append({inLeft && inRight ? Kind::Same
                    : inLeft          ? Kind::Removed
                                      : Kind::Added,
                    withoutSecrets(toBytes(text))});
    }
    return withGaps(all, context);
}

} // namespace twinhelm::desk
