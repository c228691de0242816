#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/config/edit/edit_context.h"
#include "common/config/edit/path.h"
#include "common/config/schema/schema.h"

namespace twinhelm::config::edit
{

/// A statement, a block, or one entry of a list block.
struct Hit {
    std::uint32_t parent = SyntaxNode::none;
    std::uint32_t index = 0;
    Audience audience;      ///< who reads it
    std::uint32_t word = 0; ///< an entry: its first word
    bool wholeLine = true;  ///< an entry: nothing else stands in its statement
};

/// Where a path leads in a document, for some of its nodes.
struct Location {
    enum class Kind {
        Value,      ///< a keyword with what stands behind it
        Block,      ///< keyword { }
        Entry,      ///< a line of a list block
        Option,     ///< a word of such a line, with its value
        Definition, ///< $NAME=
    };
    Kind kind = Kind::Value;
    const schema::Block *outer = nullptr; ///< what its block may contain; nullptr for one that nobody knows
    const schema::Keyword *row = nullptr; ///< of the last step; nullptr for a word that nobody knows
    std::vector<Statement> parents;       ///< the blocks that hold it, or would; SyntaxNode::none is the text itself
    std::vector<Hit> hits;                ///< what is there. Option: the entries, whether they have it or not
    std::vector<Step> missing;            ///< blocks on the way that are not there, below `parents`
    std::string name;                     ///< a block's or entry's name as asked for
    [[nodiscard]] bool isListOfWords() const; ///< entries need no line of their own: group { VI_1 VI_2 }
    const schema::Keyword *list = nullptr;    ///< Entry and Option: the list block's row
};

/// Follows paths through a document. Cost: the blocks on the way, not the text.
/// Errors: E0002 no such block or entry, E0004 no such keyword, E0005 several fit, E0008 the path asks for something
/// that its parts cannot have. They say what is there instead.
class Finder
{
public:
    explicit Finder(const EditContext &context) : context_(context) {}

    /// What the nodes in `wanted` read at `path`. A place that is empty, but could hold something, has no hits.
    [[nodiscard]] Result<Location> find(const Path &path, const Audience &wanted) const;
    /// The same for something to be added: of blocks without names that may stand several times, those that are there
    /// do not stand in the way.
    [[nodiscard]] Result<Location> findForNew(const Path &path, const Audience &wanted) const;

private:
    struct Walk;
    [[nodiscard]] Result<Location> go(Walk walk) const;
    [[nodiscard]] Result<Location> definition(const Path &path, const Audience &wanted) const;
    [[nodiscard]] Result<void> enter(Walk &walk, std::size_t number) const;
    [[nodiscard]] Result<void> value(Walk &walk, std::size_t number) const;
    [[nodiscard]] Result<void> entries(Walk &walk, std::size_t number, const std::vector<Selector> &selectors) const;
    [[nodiscard]] std::vector<Hit> children(const Walk &walk, const std::string &keyword, bool blocks) const;
    [[nodiscard]] Result<void> pick(const Walk &walk, std::size_t number, const std::vector<Selector> &selectors,
                                    std::vector<Hit> &hits) const;
    [[nodiscard]] tl::unexpected<Error> unknownKeyword(const Walk &walk, std::size_t number) const;
    [[nodiscard]] tl::unexpected<Error> noSuch(const Walk &walk, std::size_t number, const std::string &wanted,
                                               const std::vector<Hit> &others) const;
    [[nodiscard]] tl::unexpected<Error> several(const Walk &walk, std::size_t number,
                                                const std::vector<Hit> &hits) const;
    [[nodiscard]] std::string nameOf(const Hit &hit) const;

    const EditContext &context_;
};

/// Whether any node reads two of them.
[[nodiscard]] bool overlap(const std::vector<Hit> &hits);

} // namespace twinhelm::config::edit
