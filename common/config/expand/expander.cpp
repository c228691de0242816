#include "common/config/expand/expander.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "common/config/expand/comment.h"
#include "common/config/expand/include_finder.h"
#include "common/config/expand/line_scan.h"
#include "common/config/syntax/lexer.h"
#include "common/config/validate/codes.h"

namespace twinhelm::config
{

Expander::Expander(SourceSet &sources, Diagnostics &diagnostics, ExpandOptions options)
    : context_(sources, diagnostics, std::move(options)), splitter_(context_),
      lines_(
          context_, splitter_, [this](const ExpandedLine &line) { include(line); },
          [this](const ExpandedLine &line, bool continued) { define(line, continued); })
{
    if (sources.size() > 0)
        context_.openFiles.push_back(sources.path(0));
    enterDirectory();
}

Expanded Expander::run()
{
    Expanded out;
    if (context_.sources.size() > 0) {
        start(0, context_.sources.text(0), 0);
        while (!atEnd())
            readOn(out);
    }
    return out;
}

void Expander::start(FileIndex file, std::string_view text, std::uint32_t base)
{
    file_ = file;
    text_ = text;
    base_ = base;
    at_ = 0;
}

void Expander::readOn(Expanded &out)
{
    context_.out = &out;
    bool blockEnds = false;
    while (!blockEnds && !atEnd()) {
        const auto before = out.lines.size();
        nextLine();
        blockEnds = !inDefinition_ && out.lines.size() > before && out.lines.back().kind == ExpandedLine::Kind::Close;
    }
    if (at_ >= text_.size())
        textEnds();
}

void Expander::nextLine()
{
    const auto scan = scanLine(text_, at_);
    const auto begin = at_;
    at_ = scan.next;
    ExpandedLine line;
    line.text = text_.substr(begin, scan.end - begin);
    line.file = file_;
    line.begin = base_ + static_cast<std::uint32_t>(begin);
    if (scan.special || inDefinition_ || scan.next - begin > limits::longestLine) {
        odd(line, line.text);
        return;
    }
    line = line.from(leadingBlanks(line.text));
    line.text = withoutTrailingBlanks(line.text);
    if (line.text.empty())
        return;
    // Most lines of a large file: nothing to expand.
    if (beginsAnew(line.text))
        lines_.process(line, {});
    else if (!scan.brace)
        splitter_.add(line);
    else if (const auto rest = splitter_.split(line))
        lines_.process(*rest, {});
}

/// A line with comments, quotes, backslashes or references, or one that belongs to a definition.
void Expander::odd(ExpandedLine line, std::string_view bytes)
{
    const auto whole = line.range();
    if (bytes.find('\0') != std::string_view::npos) {
        context_.report(codes::nulByte, Severity::Error, whole, "This line contains a NUL byte and is ignored.");
        return;
    }
    const auto lineEnd = at_ - (line.begin - base_) - bytes.size();
    if (bytes.size() + lineEnd > limits::longestLine) {
        const auto longest = limits::longestLine - lineEnd;
        // Pieces of 1023 bytes, as fgets() gives them: the line end alone may be the second.
        const bool whole227 = bytes.size() <= limits::longestLine;
        context_.report(codes::lineTooLong, Severity::Error,
                        {file_, line.begin + static_cast<std::uint32_t>(longest), whole.end},
                        "This line has " + std::to_string(bytes.size()) + " bytes; keepalived reads at most " +
                            std::to_string(longest) + " and ignores it." +
                            (whole227 ? " Versions before 2.4 still read it whole."
                                      : " Versions before 2.4 take what is behind every 1023rd byte for a line of its "
                                        "own."));
        return;
    }
    const auto kept = uncomment(bytes);
    const auto begin = line.begin;
    line = line.from(kept.begin);
    line.text = bytes.substr(kept.begin, kept.end - kept.begin);
    if (kept.quoteOpen) {
        context_.report(codes::unmatchedQuote, Severity::Error, line.range(kept.quote - kept.begin, line.text.size()),
                        "A double quote is opened here and not closed on this line.");
    }
    MappedText owned;
    if (!kept.escapes.empty() || kept.sticks) {
        owned = MappedText(bytes, file_, begin);
        if (kept.sticks) {
            owned.truncate(kept.backslash + 1);
            owned.erase(kept.lastWord, kept.backslash - kept.lastWord);
        }
        uncommentInPlace(owned);
        line.text = owned.text();
        line.map = &owned;
        line.mapOffset = 0;
    }
    if (inDefinition_) {
        continueDefinition(line, kept.continued);
        return;
    }
    if (!line.text.empty())
        lines_.process(line, {line.map ? &owned : nullptr, 0, kept.continued});
    if (kept.continued && !inDefinition_) {
        const auto backslash = begin + static_cast<std::uint32_t>(kept.backslash);
        context_.report(codes::backslashAtEnd, kept.hasComment ? Severity::Error : Severity::Warning,
                        {file_, backslash, backslash + 1},
                        kept.hasComment ? "keepalived keeps the backslash at the end of this comment and puts it "
                                          "behind the last word."
                                        : "keepalived joins no lines here: the backslash becomes the end of the last "
                                          "word.");
    }
}

void Expander::textEnds()
{
    if (!std::exchange(inDefinition_, false))
        return;
    if (definition_.lines.empty())
        definition_.lines.push_back({});
    context_.state.definitions.set(definitionName_, std::move(definition_));
}

/// keepalived reads on where the file was included, and what stands there goes on with the definition.
void Expander::includedFileEnds()
{
    const auto backslash = text_.find_last_of('\\');
    if (!inDefinition_ || backslash == std::string_view::npos)
        return;
    const auto at = static_cast<std::uint32_t>(backslash);
    context_.report(codes::backslashAtEnd, Severity::Warning, {file_, at, at + 1},
                    "The file ends within the definition of $" + definitionName_ +
                        ", which goes on with the next line of the file that includes it.");
}

void Expander::define(const ExpandedLine &line, bool continued)
{
    const auto name = definitionLength(line.text);
    auto value = line.from(name);
    value = value.from(leadingBlanks(value.text));
    definitionName_ = std::string(line.text.substr(1, name - 2));
    definition_ = {};
    if (continued) {
        inDefinition_ = true;
        continueDefinition(value, true);
        return;
    }
    context_.state.definitions.set(definitionName_, value.text, value.text.empty() ? line.range() : value.range());
}

void Expander::continueDefinition(const ExpandedLine &line, bool continued)
{
    context_.stateUsed = true;
    auto text = line.text;
    if (continued && text.ends_with('\\'))
        text = withoutTrailingBlanks(text.substr(0, text.size() - 1));
    if (!text.empty())
        definition_.lines.push_back({std::string(text), line.range(0, text.size())});
    if (continued)
        return;
    inDefinition_ = false;
    if (definition_.lines.empty())
        definition_.lines.push_back({{}, line.range()});
    context_.state.definitions.set(definitionName_, std::move(definition_));
}

void Expander::include(const ExpandedLine &line)
{
    for (auto &file : IncludeFinder(context_).find(line))
        includeFile(file.path, std::move(file.bytes), line);
}

void Expander::includeFile(const std::string &path, std::string bytes, const ExpandedLine &line)
{
    auto &open = context_.openFiles;
    const bool cycle = std::find(open.begin(), open.end(), path) != open.end();
    if (cycle || open.size() >= limits::deepestNesting || ++context_.spent.files > limits::mostFiles) {
        context_.report(codes::includeCycle, Severity::Error, line.range(),
                        cycle ? path + " includes itself." : std::string("Too many files are included."));
        return;
    }
    const auto index = context_.sources.addOnce(path, std::move(bytes));
    if (std::find(included_.begin(), included_.end(), index) == included_.end())
        included_.push_back(index);
    const auto file = std::exchange(file_, index);
    const auto text = std::exchange(text_, context_.sources.text(index));
    const auto base = std::exchange(base_, 0U);
    const auto at = std::exchange(at_, 0U);
    const auto checks = context_.state.includeChecks;
    open.push_back(path);
    enterDirectory();
    for (; !atEnd() && context_.spent.lines <= limits::mostLines; ++context_.spent.lines)
        nextLine();
    includedFileEnds();
    open.pop_back();
    enterDirectory();
    context_.state.includeChecks = checks;
    file_ = file;
    text_ = text;
    base_ = base;
    at_ = at;
}

void Expander::enterDirectory()
{
    if (!context_.openFiles.empty())
        context_.builtIns.directory = std::filesystem::path(context_.openFiles.back()).parent_path().string();
}

} // namespace twinhelm::config
