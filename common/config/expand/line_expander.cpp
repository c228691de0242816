#include "common/config/expand/line_expander.h"

#include <algorithm>
#include <utility>

#include "common/config/expand/comment.h"
#include "common/config/expand/repetition.h"
#include "common/config/schema/schema.h"
#include "common/config/syntax/lexer.h"
#include "common/config/validate/codes.h"

namespace twinhelm::config
{

void uncommentInPlace(MappedText &text)
{
    const auto kept = uncomment(text.text());
    text.truncate(kept.end);
    for (auto at = kept.escapes.rbegin(); at != kept.escapes.rend(); ++at) {
        if (*at < kept.end)
            text.erase(*at, 1);
    }
    text.erase(0, std::min(kept.begin, text.text().size()));
}

LineExpander::LineExpander(ExpandContext &context, LineSplitter &splitter, Handler include, Definer define)
    : context_(context), splitter_(splitter), include_(std::move(include)), define_(std::move(define))
{
}

void LineExpander::giveUp(SourceRange range, std::string message)
{
    if (!std::exchange(context_.spent.tooMuch, true))
        context_.report(codes::tooMuch, Severity::Error, range, std::move(message));
}

bool LineExpander::spend(const ExpandedLine &line, unsigned depth)
{
    auto &spent = context_.spent;
    if (depth > limits::deepestNesting)
        giveUp(line.range(), "Definitions are nested too deeply here; one may contain itself.");
    else if (++spent.lines > limits::mostLines)
        giveUp(line.range(), "The configuration expands to more than a million lines.");
    else if (spent.bytes > limits::mostBytes)
        giveUp(line.range(), "Definitions put more than 256 MB of text into this configuration.");
    return !spent.tooMuch;
}

bool LineExpander::conditionHolds(std::string_view condition) const
{
    condition.remove_prefix(1);
    const bool negated = condition.starts_with('^');
    if (negated)
        condition.remove_prefix(1);
    return (condition == context_.options.nodeId) != negated;
}

void LineExpander::process(ExpandedLine line, LineOrigin origin)
{
    if (!spend(line, origin.depth))
        return;
    MappedText own;
    auto *owned = origin.owned;
    std::vector<Followers> followers;
    const auto outerSubstitutions = std::exchange(substitutions_, 0U);
    auto next = Step::Again;
    unsigned conditions = 0; // since the last substitution, behind which keepalived 2.2.7 looks for another one, too
    SourceRange second;
    while (next == Step::Again) {
        line = line.from(leadingBlanks(line.text));
        if (line.text.starts_with('@') && ++conditions == 2)
            second = line.range(0, conditionLength(line.text));
        next = step(line, origin);
        if (next == Step::Plain && substitute(line, owned, own, followers))
            next = line.text.empty() ? Step::Done : Step::Again, conditions = 0, second = {};
    }
    if (!second.empty())
        context_.report(codes::severalConditions, Severity::Warning, second,
                        "A second condition on one line: keepalived 2.4.3 reads it, 2.2.7 takes it for a word.");
    substitutions_ = outerSubstitutions;
    if (next == Step::Plain)
        handOn(line, owned, origin.depth);
    // The innermost definition's lines come first.
    for (auto group = followers.rbegin(); group != followers.rend(); ++group) {
        for (const auto &follower : group->lines) {
            MappedText text(follower.text, group->use, follower.range);
            ExpandedLine view;
            view.text = text.text();
            view.map = &text;
            view.file = group->use.file;
            process(view, {&text, origin.depth + 1, false});
        }
    }
}

/// What the beginning of a line asks for. Plain: nothing.
LineExpander::Step LineExpander::step(ExpandedLine &line, LineOrigin origin)
{
    if (line.text.empty())
        return Step::Done;
    switch (line.text.front()) {
    case '@': {
        const auto length = conditionLength(line.text);
        if (length == line.text.size() || !conditionHolds(line.text.substr(0, length)))
            return Step::Done;
        line = line.from(length);
        return Step::Again;
    }
    case '$':
        if (definitionLength(line.text) == 0)
            return Step::Plain;
        context_.stateUsed = true;
        define_(line, origin.continued);
        return Step::Done;
    case '~':
        if (!isDirective(line.text))
            return Step::Plain;
        repeat(line, directiveLength(line.text), origin);
        return Step::Done;
    default: return Step::Plain;
    }
}

void LineExpander::repeat(const ExpandedLine &line, std::size_t length, LineOrigin origin)
{
    context_.stateUsed = true;
    const auto directive = line.text.substr(0, length > 0 ? length : line.text.size());
    std::string why = length > 0 ? "" : "its closing parenthesis is missing";
    // A list keeps its references for the place of use; the numbers of a sequence are needed now.
    const auto text = directive.starts_with("~SEQ") ? substituted(directive) : std::string(directive);
    const auto repetition = text && why.empty() ? Repetition::parse(*text, why) : std::nullopt;
    if (!repetition) {
        if (!text)
            why = "a definition in it has several lines, or contains itself";
        context_.report(codes::badRepetition, Severity::Error, line.range(0, directive.size()),
                        std::string(directive) + " is ignored with its line: " + why + '.');
        return;
    }
    auto rest = line.from(length);
    rest = rest.from(leadingBlanks(rest.text));
    const auto where = line.range(0, length);
    for (const auto &name : repetition->variables()) {
        if (definitionLength('$' + name + '=') == 0)
            context_.report(codes::badRepetition, Severity::Warning, where,
                            '"' + name + "\" cannot be the name of a variable: nothing can refer to it.");
    }
    const auto set = [&](std::size_t round) {
        for (std::size_t i = 0; i < repetition->variables().size(); ++i)
            context_.state.definitions.set(repetition->variables()[i], repetition->value(i, round), where);
    };
    if (rest.text.empty()) {
        set(repetition->rounds() - 1); // nothing but the variable's last value is left of it
        return;
    }
    for (std::size_t round = 0; round < repetition->rounds() && !context_.spent.tooMuch; ++round) {
        set(round);
        if (!rest.map) {
            process(rest, {nullptr, origin.depth + 1, false});
            continue;
        }
        auto copy = rest.map->sub(rest.mapOffset);
        auto view = rest;
        view.map = &copy;
        view.mapOffset = 0;
        view.text = copy.text();
        process(view, {&copy, origin.depth + 1, false});
    }
}

std::optional<std::string> LineExpander::substituted(std::string_view text)
{
    std::string out(text);
    for (unsigned times = 0; times < limits::mostSubstitutions && out.size() < limits::longestLine; ++times) {
        const Definitions::Definition *found = nullptr;
        const auto reference = nextDefined(out, found);
        if (!reference)
            return out;
        if (found->lines.size() > 1)
            return std::nullopt;
        out.replace(reference->begin, reference->length, std::string(found->lines.front().text));
    }
    return std::nullopt;
}

const Definitions::Definition *LineExpander::value(const Definitions::Reference &reference)
{
    context_.stateUsed = true;
    if (reference.parameters.empty()) {
        if (const auto *found = context_.state.definitions.find(reference.name))
            return found;
    }
    auto text = context_.builtIns.value(reference.name, reference.parameters, context_.state.random);
    if (!text)
        return nullptr;
    made_.lines.assign(1, {std::move(*text), {}});
    return &made_;
}

std::optional<Definitions::Reference> LineExpander::nextDefined(std::string_view text,
                                                                const Definitions::Definition *&found)
{
    std::size_t from = 0;
    while (auto reference = Definitions::nextReference(text, from)) {
        found = value(*reference);
        from = reference->begin + reference->length;
        // Several lines can only stand where a line can be broken.
        if (found && (found->lines.size() == 1 || from == text.size()))
            return reference;
    }
    return std::nullopt;
}

/// Replaces the next reference of the line; false when there is none.
bool LineExpander::substitute(ExpandedLine &line, MappedText *&owned, MappedText &own,
                              std::vector<Followers> &followers)
{
    const Definitions::Definition *definition = nullptr;
    const auto reference = nextDefined(line.text, definition);
    if (!reference)
        return false;
    if (++substitutions_ > limits::mostSubstitutions || line.text.size() > limits::longestExpansion) {
        context_.report(codes::tooMuch, Severity::Error, line.range(),
                        '$' + std::string(reference->name) +
                            (line.text.size() > limits::longestExpansion
                                 ? " makes this line longer than 64 KiB; the line is ignored."
                                 : " is defined through itself; the line is ignored."));
        line.text = {};
        return true;
    }
    context_.spent.bytes += line.text.size();
    if (!owned) {
        own = line.map ? line.map->sub(line.mapOffset) : MappedText(line.text, line.file, line.begin);
        owned = &own;
    } else {
        owned->erase(0, line.mapOffset);
    }
    line.mapOffset = 0;
    line.map = owned;
    if (definition->lines.size() > 1) {
        followers.push_back({{definition->lines.begin() + 1, definition->lines.end()},
                             owned->range(reference->begin, reference->begin + reference->length)});
    }
    const auto &value = definition->lines.front();
    owned->replace(reference->begin, reference->length, value.text, value.range);
    uncommentInPlace(*owned);
    line.text = owned->text();
    return true;
}

void LineExpander::handOn(ExpandedLine line, MappedText *owned, unsigned depth)
{
    if (owned) {
        context_.out->made.push_back(std::move(*owned));
        line.map = &context_.out->made.back();
        line.text = line.map->text().substr(line.mapOffset);
    }
    const auto word = firstWord(line.text);
    if (schema::isIncludeKeyword(word) && word.size() < line.text.size())
        include_(line);
    else if (const auto rest = splitter_.split(line))
        process(*rest, {nullptr, depth, false});
}

} // namespace twinhelm::config
