#pragma once

#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "common/config/model/block_reader.h"
#include "common/config/model/outline.h"
#include "common/config/model/rare.h"
#include "common/config/model/take.h"

namespace twinhelm::config::model
{

/// One keyword of a block: how it is read into the struct and shown from it. Each block has one table of these, in
/// the order in which they are written.
template<typename S>
struct Field {
    std::string_view name;
    void (*read)(S &object, const Statement &statement);
    void (*show)(const S &object, std::string_view name, Outline &out); ///< nullptr: another field shows it
};

namespace detail
{

template<typename>
struct OwnerOf;
template<typename S, typename T>
struct OwnerOf<T S::*> {
    using type = S;
};

template<typename T>
T &enter(T &object)
{
    return object;
}
template<typename T>
T &enter(Rare<T> &rare)
{
    return rare.edit();
}
template<typename T>
const T &enter(const Rare<T> &rare)
{
    return *rare;
}

/// The member of a member: member<&A::b, &B::c>(a) is a.b.c, through Rare too.
template<auto M, auto... Rest, typename S>
auto &member(S &object)
{
    if constexpr (sizeof...(Rest) == 0)
        return object.*M;
    else
        return member<Rest...>(enter(object.*M));
}

template<typename S>
const S &defaultsOf()
{
    static const S none;
    return none;
}

} // namespace detail

template<auto M>
using OwnerOf = typename detail::OwnerOf<decltype(M)>::type;

template<typename T>
void showGiven(Outline &out, std::string_view name, const Value<T> &value)
{
    if (value.given)
        show(out, name, {term(*value)});
}
inline void showGiven(Outline &out, std::string_view name, const Value<Command> &value)
{
    if (value.given)
        show(out, name, *value);
}

/// A value with a default of its own: what says the same as the default is not shown.
template<auto M, auto... Rest>
constexpr auto field(std::string_view name)
{
    using S = OwnerOf<M>;
    return Field<S>{name,
                    [](S &object, const Statement &statement) { take(detail::member<M, Rest...>(object), statement); },
                    [](const S &object, std::string_view keyword, Outline &out) {
                        const auto &value = detail::member<M, Rest...>(object);
                        if (!(*value == *detail::member<M, Rest...>(detail::defaultsOf<S>())))
                            showGiven(out, keyword, value);
                    }};
}

/// A value whose default comes from elsewhere: shown when given.
template<auto M, auto... Rest>
constexpr auto inherited(std::string_view name)
{
    using S = OwnerOf<M>;
    return Field<S>{name,
                    [](S &object, const Statement &statement) { take(detail::member<M, Rest...>(object), statement); },
                    [](const S &object, std::string_view keyword, Outline &out) {
                        showGiven(out, keyword, detail::member<M, Rest...>(object));
                    }};
}

/// A keyword without an argument.
template<auto M, auto... Rest>
constexpr auto flag(std::string_view name)
{
    using S = OwnerOf<M>;
    return Field<S>{
        name, [](S &object, const Statement &statement) { takeFlag(detail::member<M, Rest...>(object), statement); },
        [](const S &object, std::string_view keyword, Outline &out) {
            showFlag(out, keyword, *detail::member<M, Rest...>(object));
        }};
}

/// A list: a block of names, entries or trackers.
template<auto M, auto... Rest>
constexpr auto list(std::string_view name)
{
    using S = OwnerOf<M>;
    return Field<S>{name,
                    [](S &object, const Statement &statement) { take(detail::member<M, Rest...>(object), statement); },
                    [](const S &object, std::string_view keyword, Outline &out) {
                        show(out, keyword, detail::member<M, Rest...>(object));
                    }};
}

/// One of several words; `Words` is an array of pairs of word and value.
template<const auto &Words, auto M, auto... Rest>
constexpr auto choice(std::string_view name)
{
    using S = OwnerOf<M>;
    return Field<S>{
        name,
        [](S &object, const Statement &statement) { takeChoice(detail::member<M, Rest...>(object), Words, statement); },
        [](const S &object, std::string_view keyword, Outline &out) {
            const auto &value = detail::member<M, Rest...>(object);
            if (value.given && *value != *detail::member<M, Rest...>(detail::defaultsOf<S>()))
                show(out, keyword, {term(std::string(wordFor(Words, *value)))});
        }};
}

/// Milliseconds or microseconds.
template<auto Read, auto Show, auto M, auto... Rest>
constexpr auto timed(std::string_view name)
{
    using S = OwnerOf<M>;
    return Field<S>{name,
                    [](S &object, const Statement &statement) { Read(detail::member<M, Rest...>(object), statement); },
                    [](const S &object, std::string_view keyword, Outline &out) {
                        const auto &value = detail::member<M, Rest...>(object);
                        if (value.given && *value != *detail::member<M, Rest...>(detail::defaultsOf<S>()))
                            show(out, keyword, {Show(*value)});
                    }};
}

/// The fields of one block, found by the statement's row in the schema: no text is compared while reading.
template<typename S>
class FieldTable
{
public:
    /// `path` as in schema::Block. Aliases of the schema read into the field of the word they stand for.
    FieldTable(std::string_view path, std::vector<Field<S>> fields)
        : rows_(schema::findBlock(path)->keywords), fields_(std::move(fields)), byRow_(rows_.size(), none)
    {
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            byRow_[row] = numberOf(rows_[row].name);
            if (byRow_[row] == none && rows_[row].kind != schema::Kind::Removed)
                byRow_[row] = numberOf(rows_[row].aliasOf);
        }
    }

    /// False when the table does not have the statement's keyword.
    bool read(S &object, const Statement &statement) const
    {
        const auto *known = statement.known();
        if (!known || known < rows_.data() || known >= rows_.data() + rows_.size())
            return false;
        const auto number = byRow_[static_cast<std::size_t>(known - rows_.data())];
        if (number == none)
            return false;
        fields_[number].read(object, statement);
        return true;
    }

    void readAll(S &object, const Statement &block) const
    {
        forEachStatement(block.expanded, block.tree, block.index,
                         [&](const Statement &statement) { read(object, statement); });
    }

    void show(const S &object, Outline &out) const
    {
        for (const auto &field : fields_) {
            if (field.show)
                field.show(object, field.name, out);
        }
    }

    [[nodiscard]] const std::vector<Field<S>> &fields() const { return fields_; }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    [[nodiscard]] std::size_t numberOf(std::string_view name) const
    {
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            if (fields_[i].name == name)
                return i;
        }
        return none;
    }

    std::span<const schema::Keyword> rows_;
    std::vector<Field<S>> fields_;
    std::vector<std::size_t> byRow_;
};

} // namespace twinhelm::config::model
