#include "common/config/edit/entry_words.h"

#include "common/config/schema/names.h"
#include "common/config/syntax/lexer.h"

namespace twinhelm::config::edit
{

EntryWords::EntryWords(std::string text, const schema::Block &options) : text_(std::move(text)), options_(options)
{
    for (const auto &token : tokenize(text_).all) {
        if (token.kind != TokenKind::Blank)
            words_.push_back(
                {token.begin, token.end, std::string_view(text_).substr(token.begin, token.end - token.begin)});
    }
}

std::pair<std::size_t, std::size_t> EntryWords::place(const schema::Keyword &option) const
{
    std::size_t at = 1; // the first word is the entry itself
    while (at < words_.size() && words_[at].text != option.name)
        ++at;
    auto next = std::min(at + 1, words_.size());
    if (option.kind != schema::Kind::Flag && next < words_.size())
        ++next; // its value, which may look like an option
    while (option.kind != schema::Kind::Flag && next < words_.size() && !schema::find(options_, words_[next].text))
        ++next;
    return {at, next};
}

std::optional<std::string> EntryWords::value(const schema::Keyword &option) const
{
    const auto [at, next] = place(option);
    if (at >= words_.size())
        return std::nullopt;
    return next == at + 1 ? std::string()
                          : text_.substr(words_[at + 1].begin, words_[next - 1].end - words_[at + 1].begin);
}

std::optional<std::string> EntryWords::with(const schema::Keyword &option, std::optional<std::string_view> value) const
{
    const auto [at, next] = place(option);
    const bool there = at < words_.size();
    if (!value) {
        if (!there)
            return text_;
        return text_.substr(0, words_[at - 1].end) + text_.substr(words_[next - 1].end);
    }
    if (option.kind == schema::Kind::Flag && !value->empty())
        return std::nullopt;
    const auto words = (value->empty() ? "" : " ") + std::string(*value);
    if (there) {
        const auto end = words_[at].end;
        const auto blank = next > at + 1 ? text_.substr(end, words_[at + 1].begin - end) : std::string(" ");
        return text_.substr(0, end) + (value->empty() ? "" : blank) + std::string(*value) +
               text_.substr(words_[next - 1].end);
    }
    // The hops of a route come last.
    for (const auto &word : words_) {
        if (word.text == schema::names::nexthop && option.name != schema::names::nexthop)
            return text_.substr(0, word.begin) + std::string(option.name) + words + ' ' + text_.substr(word.begin);
    }
    return text_ + ' ' + std::string(option.name) + words;
}

tl::unexpected<Error> manyInOneLine(const EditContext &context, const Hit &hit)
{
    const auto line = context.lineOf(context.tree().nodes()[hit.index].range.begin);
    return fail("E0009", "Line " + std::to_string(line) + " holds several entries, and a condition counts for a line.",
                "Put each on a line of its own first.");
}

} // namespace twinhelm::config::edit
