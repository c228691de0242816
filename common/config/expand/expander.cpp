#include "common/config/expand/expander.h"

#include <algorithm>
#include <filesystem>

#include "common/config/expand/comment.h"
#include "common/config/expand/repetition.h"
#include "common/config/schema/schema.h"
#include "common/config/syntax/lexer.h"
#include "common/config/validate/codes.h"

namespace twinhelm::config
{

namespace
{

constexpr std::size_t longestLine = 1023; // keepalived's buffer holds 1024 with the final NUL
constexpr std::size_t longestExpansion = 65536;
constexpr unsigned mostSubstitutions = 250; // in one line; more can only be a definition of itself
constexpr unsigned deepestNesting = 64;
constexpr std::size_t mostLines = 2'000'000;
constexpr std::size_t mostFiles = 10'000;

std::size_t leadingBlanks(std::string_view text)
{
    const auto first = std::find_if_not(text.begin(), text.end(), isBlank);
    return static_cast<std::size_t>(first - text.begin());
}

std::string_view withoutTrailingBlanks(std::string_view text)
{
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Comments that a substitution brought in end the line too.
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

} // namespace

Expander::Expander(SourceSet &sources, Diagnostics &diagnostics, ExpandOptions options)
    : sources_(sources), diagnostics_(diagnostics), options_(std::move(options)),
      definitions_(options_.nodeId, options_.environment, options_.randomSeed)
{
}

Expanded Expander::run()
{
    if (sources_.size() > 0)
        file(0);
    return std::move(out_);
}

void Expander::report(std::string_view code, Severity severity, SourceRange range, std::string message)
{
    Diagnostic one;
    one.code = code;
    one.severity = severity;
    one.range = range;
    one.message = std::move(message);
    diagnostics_.push_back(std::move(one));
}

void Expander::file(FileIndex index)
{
    const auto directory = std::filesystem::path(sources_.path(index)).parent_path().string();
    definitions_.setDirectory(directory);
    openFiles_.push_back(sources_.path(index));
    const auto text = sources_.text(index);
    for (std::size_t at = 0; at < text.size() && !tooMuch_;) {
        const auto newline = std::min(text.find('\n', at), text.size());
        auto end = newline;
        while (end > at && text[end - 1] == '\r')
            --end;
        physicalLine(index, static_cast<std::uint32_t>(at), text.substr(at, end - at));
        at = newline + 1;
    }
    if (inDefinition_) {
        definitions_.set(definitionName_, std::move(definition_));
        inDefinition_ = false;
    }
    openFiles_.pop_back();
    if (!openFiles_.empty())
        definitions_.setDirectory(std::filesystem::path(openFiles_.back()).parent_path().string());
}

void Expander::physicalLine(FileIndex index, std::uint32_t begin, std::string_view bytes)
{
    const SourceRange whole{index, begin, begin + static_cast<std::uint32_t>(bytes.size())};
    if (bytes.find('\0') != std::string_view::npos) {
        report(codes::nulByte, Severity::Error, whole, "This line contains a NUL byte and is ignored.");
        return;
    }
    if (bytes.size() > longestLine) {
        report(codes::lineTooLong, Severity::Error, {index, begin + static_cast<std::uint32_t>(longestLine), whole.end},
               "This line has " + std::to_string(bytes.size()) + " bytes; keepalived reads at most " +
                   std::to_string(longestLine) + " and ignores it.");
        return;
    }
    const auto kept = uncomment(bytes);
    continued_ = kept.continued;
    ExpandedLine line;
    line.text = bytes.substr(kept.begin, kept.end - kept.begin);
    line.file = index;
    line.begin = begin + static_cast<std::uint32_t>(kept.begin);
    if (kept.quoteOpen) {
        report(codes::unmatchedQuote, Severity::Error, line.range(kept.quote - kept.begin, line.text.size()),
               "A double quote is opened here and not closed on this line.");
    }
    if (inDefinition_) {
        continueDefinition(line);
        return;
    }
    if (kept.escapes.empty()) {
        if (!line.text.empty())
            process(line, nullptr, 0);
    } else {
        MappedText owned(bytes, index, begin);
        uncommentInPlace(owned);
        line.text = owned.text();
        line.map = &owned;
        process(line, &owned, 0);
    }
    if (kept.hasComment && kept.continued && !inDefinition_) {
        report(codes::backslashInComment, Severity::Error, {index, whole.end - 1, whole.end},
               "keepalived keeps the backslash at the end of this comment and takes it for a word.");
    }
}

void Expander::continueDefinition(const ExpandedLine &line)
{
    auto text = line.text;
    const bool more = continued_;
    if (more && text.ends_with('\\'))
        text = withoutTrailingBlanks(text.substr(0, text.size() - 1));
    if (!text.empty())
        definition_.lines.push_back({std::string(text), line.range(0, text.size())});
    if (more)
        return;
    inDefinition_ = false;
    if (definition_.lines.empty())
        definition_.lines.push_back({{}, line.range()});
    definitions_.set(definitionName_, std::move(definition_));
}

bool Expander::conditionHolds(std::string_view condition) const
{
    condition.remove_prefix(1);
    const bool negated = condition.starts_with('^');
    if (negated)
        condition.remove_prefix(1);
    return (condition == options_.nodeId) != negated;
}

void Expander::define(const ExpandedLine &line)
{
    const auto name = definitionLength(line.text);
    auto value = line.from(name);
    value = value.from(leadingBlanks(value.text));
    definitionName_ = std::string(line.text.substr(1, name - 2));
    definition_ = {};
    if (continued_) {
        inDefinition_ = true;
        continueDefinition(value);
        return;
    }
    definition_.lines.push_back({std::string(value.text), value.text.empty() ? line.range() : value.range()});
    definitions_.set(definitionName_, std::move(definition_));
}

void Expander::repeat(const ExpandedLine &line, std::size_t length, unsigned depth)
{
    const auto directive = line.text.substr(0, length);
    std::string why;
    const auto repetition = Repetition::parse(directive, why);
    if (!repetition) {
        report(codes::badRepetition, Severity::Error, line.range(0, length),
               std::string(directive) + " is ignored with its line: " + why + '.');
        return;
    }
    auto rest = line.from(length);
    rest = rest.from(leadingBlanks(rest.text));
    for (std::size_t round = 0; round < repetition->rounds() && !tooMuch_; ++round) {
        for (std::size_t i = 0; i < repetition->variables().size(); ++i)
            definitions_.set(repetition->variables()[i], {{{repetition->value(i, round), line.range(0, length)}}});
        if (rest.text.empty())
            continue;
        if (!rest.map) {
            process(rest, nullptr, depth + 1);
            continue;
        }
        auto copy = rest.map->sub(rest.mapOffset);
        auto view = rest;
        view.map = &copy;
        view.mapOffset = 0;
        view.text = copy.text();
        process(view, &copy, depth + 1);
    }
}

std::optional<Definitions::Reference> Expander::nextDefined(std::string_view text, std::size_t from,
                                                            const Definitions::Definition *&found)
{
    while (auto reference = Definitions::nextReference(text, from)) {
        found = definitions_.find(*reference);
        const auto end = reference->begin + reference->length;
        // Several lines can only stand where a line can be broken.
        if (found && (found->lines.size() == 1 || end == text.size()))
            return reference;
        from = end;
    }
    return std::nullopt;
}

void Expander::process(ExpandedLine line, MappedText *owned, unsigned depth)
{
    if (depth > deepestNesting || ++linesRead_ > mostLines || out_.lines.size() > mostLines) {
        if (!tooMuch_) {
            report(codes::tooMuch, Severity::Error, line.range(),
                   depth > deepestNesting ? "Definitions are nested too deeply here; one may contain itself."
                                          : "The configuration expands to more than 2 million lines.");
        }
        tooMuch_ = true;
        return;
    }
    MappedText own;
    struct Followers {
        std::vector<Definitions::Line> lines;
        SourceRange use;
    };
    std::vector<Followers> followers;
    unsigned substitutions = 0;
    bool dropped = false;
    while (true) {
        line = line.from(leadingBlanks(line.text));
        if (line.text.empty()) {
            dropped = true;
            break;
        }
        if (const auto length = conditionLength(line.text); length > 0) {
            dropped = length == line.text.size() || !conditionHolds(line.text.substr(0, length));
            if (dropped)
                break;
            line = line.from(length);
            continue;
        }
        if (definitionLength(line.text) > 0) {
            define(line);
            dropped = true;
            break;
        }
        if (const auto length = directiveLength(line.text); length > 0) {
            repeat(line, length, depth);
            dropped = true;
            break;
        }
        const Definitions::Definition *definition = nullptr;
        const auto reference = nextDefined(line.text, 0, definition);
        if (!reference)
            break;
        if (++substitutions > mostSubstitutions || line.text.size() > longestExpansion) {
            report(codes::tooMuch, Severity::Error, line.range(),
                   '$' + std::string(reference->name) + " is defined through itself; the line is ignored.");
            dropped = true;
            break;
        }
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
        const auto value = definition->lines.front();
        owned->replace(reference->begin, reference->length, value.text, value.range);
        uncommentInPlace(*owned);
        line.text = owned->text();
    }
    if (!dropped)
        emit(line, owned, depth);
    // The innermost definition's lines come first.
    for (auto group = followers.rbegin(); group != followers.rend(); ++group) {
        for (const auto &next : group->lines) {
            MappedText text(next.text, group->use, next.range);
            ExpandedLine view;
            view.text = text.text();
            view.map = &text;
            view.file = group->use.file;
            process(view, &text, depth + 1);
        }
    }
}

void Expander::emit(ExpandedLine line, MappedText *owned, unsigned depth)
{
    if (owned) {
        out_.made.push_back(std::move(*owned));
        line.map = &out_.made.back();
        line.text = line.map->text().substr(line.mapOffset);
    }
    const auto word = line.text.substr(0, std::min(line.text.find_first_of(" \t\""), line.text.size()));
    if (schema::isIncludeKeyword(word) && word.size() < line.text.size())
        include(line);
    else
        split(line, depth);
}

void Expander::push(const ExpandedLine &line, std::size_t from, std::size_t to, ExpandedLine::Kind kind)
{
    from += leadingBlanks(line.text.substr(from, to - from));
    auto part = line.from(from);
    part.text = withoutTrailingBlanks(part.text.substr(0, to - from));
    part.kind = kind;
    if (!part.text.empty())
        out_.lines.push_back(part);
}

void Expander::split(const ExpandedLine &line, unsigned depth)
{
    std::size_t from = 0;
    std::size_t at = 0;
    while ((at = line.text.find_first_of("{}\"", at)) != std::string_view::npos) {
        if (line.text[at] == '"') {
            at = line.text.find('"', at + 1);
            if (at == std::string_view::npos)
                break;
            ++at;
            continue;
        }
        push(line, from, at, ExpandedLine::Kind::Text);
        push(line, at, at + 1, line.text[at] == '{' ? ExpandedLine::Kind::Open : ExpandedLine::Kind::Close);
        from = ++at;
        // Behind a brace a line begins anew.
        const auto rest = line.from(from + leadingBlanks(line.text.substr(from)));
        if (!rest.text.empty() && std::string_view("@$~i").find(rest.text.front()) != std::string_view::npos) {
            process(rest, nullptr, depth);
            return;
        }
    }
    push(line, from, line.text.size(), ExpandedLine::Kind::Text);
}

void Expander::include(const ExpandedLine &line)
{
    const auto blank = line.text.find_first_of(" \t\"");
    const auto strict = blank > std::string_view("include").size();
    auto target = line.text.substr(blank);
    target.remove_prefix(leadingBlanks(target));
    if (target.size() >= 2 && target.front() == '"' && target.back() == '"')
        target = target.substr(1, target.size() - 2);
    if (!options_.readFile) {
        report(codes::includeNotFollowed, Severity::Hint, line.range(),
               std::string(target) + " is not read here; what it defines is not known.");
        return;
    }
    const auto directory = std::filesystem::path(openFiles_.back()).parent_path();
    const auto path = (directory / target).lexically_normal().string();
    if (target.find_first_of("*?[{") == std::string_view::npos) {
        includeFile(path, line, strict);
        return;
    }
    const auto found = options_.findFiles ? options_.findFiles(path) : std::vector<std::string>{};
    if (found.empty()) {
        report(codes::includeNothing, strict ? Severity::Error : Severity::Warning, line.range(),
               "No file matches " + path + '.');
    }
    for (const auto &one : found)
        includeFile(one, line, strict);
}

void Expander::includeFile(const std::string &path, const ExpandedLine &line, bool strict)
{
    const bool cycle = std::find(openFiles_.begin(), openFiles_.end(), path) != openFiles_.end();
    if (cycle || openFiles_.size() >= deepestNesting || filesRead_ >= mostFiles) {
        report(codes::includeCycle, Severity::Error, line.range(),
               cycle ? path + " includes itself." : std::string("Too many files are included."));
        return;
    }
    auto bytes = options_.readFile(path);
    if (!bytes) {
        report(codes::includeNothing, strict ? Severity::Error : Severity::Warning, line.range(),
               path + " does not exist or cannot be read; it is left out.");
        return;
    }
    ++filesRead_;
    file(sources_.add(path, std::move(*bytes)));
}

} // namespace twinhelm::config
