#include "common/config/repair/statement_shape.h"

#include <algorithm>

#include "common/config/model/read_value.h"
#include "common/config/schema/choice.h"
#include "common/config/schema/names.h"
#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

using schema::Argument;
using schema::Kind;

namespace
{

bool isInterfaceName(std::string_view word, bool &certain)
{
    if (word.empty() || word.size() > 15 || !isNameStart(word.front()))
        return false;
    certain = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return isNameCharacter(c) || c == '-' || c == '.' || c == ':' || c == '@'; });
}

bool isNumber(const Argument &argument, std::string_view word)
{
    const bool negative = word.starts_with('-');
    const auto value = model::readDecimal(negative ? word.substr(1) : word);
    if (!value || (negative && argument.kind == Kind::Uint))
        return false;
    const auto number = negative ? -*value : *value;
    return !argument.hasRange || (number >= argument.min && number <= argument.max);
}

bool isAddress(std::string_view word)
{
    return model::readAddress(word.substr(0, word.find('-'))).has_value();
}

/// Whether the word can be this argument's value; `certain`: few words could.
bool fits(const Argument &argument, std::string_view word, bool &certain)
{
    certain = false;
    if (word.starts_with('$') || word.starts_with('~'))
        return true;
    if (schema::isChoice(argument.choices, word))
        return certain = true;
    switch (argument.kind) {
    case Kind::Flag: return false;
    case Kind::Bool: return certain = model::readBool(word).has_value();
    case Kind::Uint:
    case Kind::Int:
    case Kind::Decimal: return certain = isNumber(argument, word);
    case Kind::Enum: return (argument.hasRange && isNumber(argument, word)) || !argument.namesFrom.empty();
    case Kind::Address: return certain = isAddress(word);
    case Kind::Interface: return isInterfaceName(word, certain);
    case Kind::Command: return word.find_first_of("/\"'$") != std::string_view::npos;
    case Kind::Hex: return word.find_first_not_of("0123456789abcdefABCDEFx") == std::string_view::npos;
    case Kind::Range:
    case Kind::Mask:
    case Kind::Time: return word.front() >= '0' && word.front() <= '9';
    default: return true;
    }
}

} // namespace

StatementShape StatementShape::ofKeyword(const schema::Keyword &keyword)
{
    StatementShape out;
    out.before_ = keyword.before;
    const bool hasValue = keyword.kind != Kind::Flag && keyword.kind != Kind::List && !keyword.opensBlock();
    if (hasValue)
        out.slots_.push_back(keyword.value());
    if (keyword.kind != Kind::ListBlock || !keyword.arguments.starts_with('{'))
        out.slots_.insert(out.slots_.end(), keyword.more.begin(), keyword.more.end());
    // The name of a list, and what a list's lines hold, are not told apart: a header's words are few and not free.
    if (keyword.kind == Kind::ListBlock && !keyword.arguments.starts_with('{'))
        out.slots_ = {Argument{.meta = "NAME", .required = true}};
    out.free_ = keyword.kind == Kind::Removed || (keyword.kind == Kind::List && out.slots_.empty());
    // "IP [PORT] | fwmark N | group NAME" requires none of them alone.
    out.least_ = keyword.kind == Kind::Block && !keyword.arguments.starts_with('{') ? 1 : 0;
    out.used_.resize(out.slots_.size());
    return out;
}

StatementShape StatementShape::ofEntry(const schema::Keyword &list, const schema::Block *block)
{
    StatementShape out;
    if (list.name == schema::names::notificationEmail) {
        out.slots_ = {Argument{.meta = "ADDR", .required = true, .repeats = true}};
    } else if (!list.more.empty()) {
        out.slots_.assign(list.more.begin(), list.more.end());
    } else if (block && !block->keywords.empty() && block->keywords.front().kind == Kind::Address) {
        for (const auto &keyword : block->keywords) {
            auto slot = keyword.value();
            slot.word = out.slots_.empty() ? std::string_view{} : keyword.name;
            slot.required = out.slots_.empty();
            out.slots_.push_back(slot);
        }
    } else {
        out.free_ = true;
    }
    out.least_ = 1;
    out.used_.resize(out.slots_.size());
    return out;
}

bool StatementShape::take(std::string_view word)
{
    if (word.empty())
        return false;
    bool certain = false;
    if (pending_ != none) {
        if (!fits(slots_[pending_], word, certain))
            return false;
        pending_ = none;
        certain_ = certain_ || certain;
        return true;
    }
    if (taken_ == 0 && schema::isChoice(before_, word))
        return true;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        if (used_[i] || slots_[i].word != word)
            continue;
        used_[i] = true;
        pending_ = slots_[i].kind == Kind::Flag ? none : i;
        ++taken_;
        return true;
    }
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        if ((used_[i] && !slots_[i].repeats) || !slots_[i].word.empty())
            continue;
        if (fits(slots_[i], word, certain)) {
            used_[i] = true;
            ++taken_;
            certain_ = certain_ || certain;
            return true;
        }
        if (slots_[i].required)
            break; // what comes behind it has to wait
    }
    return free_;
}

bool StatementShape::complete() const
{
    if (pending_ != none || taken_ < least_)
        return false;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        if (slots_[i].required && !used_[i])
            return false;
    }
    return true;
}

std::size_t StatementShape::gluedOption(std::string_view word) const
{
    for (const auto &slot : slots_) {
        if (!slot.word.empty() && slot.kind != Kind::Flag && word.size() > slot.word.size() &&
            word.ends_with(slot.word))
            return slot.word.size();
    }
    return 0;
}

std::string_view StatementShape::refersTo() const
{
    return slots_.empty() ? std::string_view{} : slots_.front().refersTo;
}

} // namespace twinhelm::config
