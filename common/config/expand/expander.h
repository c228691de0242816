#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/config/expand/definitions.h"
#include "common/config/expand/expanded.h"
#include "common/config/source/file_access.h"
#include "common/config/source/source_set.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

struct ExpandOptions {
    std::string nodeId;
    FileReader readFile;     ///< empty: includes are not followed and get a hint
    FileFinder findFiles;    ///< empty: include patterns match nothing
    Environment environment; ///< empty: ${_ENV X} is left as it stands
    std::uint32_t randomSeed = 1;
};

/// Does to a file what keepalived does before it looks at keywords (language.md section 1.1): comments,
/// @id, $NAME, multi-line definitions, ~SEQ and ~LST, include, splitting at braces.
/// Total: never fails, never loops; what keepalived would drop is dropped with a diagnostic.
class Expander
{
public:
    Expander(SourceSet &sources, Diagnostics &diagnostics, ExpandOptions options);

    /// Expands file 0 and what it includes (which is added to the sources).
    [[nodiscard]] Expanded run();

private:
    void file(FileIndex index);
    void physicalLine(FileIndex index, std::uint32_t begin, std::string_view bytes);
    void continueDefinition(const ExpandedLine &line);
    void process(ExpandedLine line, MappedText *owned, unsigned depth);
    [[nodiscard]] bool conditionHolds(std::string_view condition) const;
    void define(const ExpandedLine &line);
    void repeat(const ExpandedLine &line, std::size_t length, unsigned depth);
    [[nodiscard]] std::optional<Definitions::Reference> nextDefined(std::string_view text, std::size_t from,
                                                                    const Definitions::Definition *&found);
    void emit(ExpandedLine line, MappedText *owned, unsigned depth);
    void split(const ExpandedLine &line, unsigned depth);
    void push(const ExpandedLine &line, std::size_t from, std::size_t to, ExpandedLine::Kind kind);
    void include(const ExpandedLine &line);
    void includeFile(const std::string &path, const ExpandedLine &line, bool strict);
    void report(std::string_view code, Severity severity, SourceRange range, std::string message);

    SourceSet &sources_;
    Diagnostics &diagnostics_;
    ExpandOptions options_;
    Definitions definitions_;
    Expanded out_;
    std::vector<std::string> openFiles_; ///< being read, outermost first
    std::size_t filesRead_ = 0;
    std::size_t linesRead_ = 0;  ///< also those that conditions drop
    std::string definitionName_; ///< of a definition whose next line is still to come
    Definitions::Definition definition_;
    bool inDefinition_ = false;
    bool continued_ = false; ///< the physical line at hand ends in a backslash
    bool tooMuch_ = false;   ///< a limit was hit; nothing more is read
};

} // namespace twinhelm::config
