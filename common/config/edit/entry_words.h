#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/config/edit/finder.h"
#include "common/config/schema/schema.h"
#include "common/diagnostics/text_edit.h"

namespace twinhelm::config::edit
{

/// The words of one entry of a list block: an address, a route, a peer, then options with their values.
class EntryWords
{
public:
    /// `options`: the words that may follow, by the schema.
    EntryWords(std::string text, const schema::Block &options);
    EntryWords(const EntryWords &) = delete; // its words point into its text
    EntryWords &operator=(const EntryWords &) = delete;

    /// What stands behind an option; "" for a bare flag, nothing when it is absent.
    [[nodiscard]] std::optional<std::string> value(const schema::Keyword &option) const;
    /// The entry with the option set or, without `value`, taken away; blanks elsewhere stay. Nothing when the option is
    /// a flag and `value` is not empty.
    [[nodiscard]] std::optional<std::string> with(const schema::Keyword &option,
                                                  std::optional<std::string_view> value) const;

private:
    struct Word {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::string_view text;
    };
    /// Position of the option and of the next one.
    [[nodiscard]] std::pair<std::size_t, std::size_t> place(const schema::Keyword &option) const;

    std::string text_;
    const schema::Block &options_;
    std::vector<Word> words_;
};

/// E0009: the entry stands in a line with others, and only some nodes shall read something else.
[[nodiscard]] tl::unexpected<Error> manyInOneLine(const EditContext &context, const Hit &hit);

} // namespace twinhelm::config::edit
