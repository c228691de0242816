#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/config/expand/definitions.h"
#include "common/config/expand/expand_options.h"
#include "common/config/expand/expanded.h"
#include "common/config/expand/include_checks.h"
#include "common/config/source/source_set.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// What lines leave behind for those that follow. Equal states give equal expansions.
struct ExpandState {
    Definitions definitions;
    RandomNumbers random;
    IncludeChecks includeChecks;

    friend bool operator==(const ExpandState &, const ExpandState &) = default;
};

/// What has been spent of the limits, over a whole load.
struct ExpandSpent {
    std::size_t lines = 0; ///< also those that conditions drop
    std::size_t bytes = 0;
    std::size_t files = 0;
    bool tooMuch = false; ///< a limit was hit; nothing more is read
};

/// Shared by the parts of one expansion.
struct ExpandContext {
    ExpandContext(SourceSet &sourceSet, Diagnostics &findings, ExpandOptions given)
        : sources(sourceSet), diagnostics(&findings),
          options(std::move(given)), builtIns{options.nodeId, {}, options.environment}
    {
        state.random.setSeed(options.randomSeed);
    }

    SourceSet &sources;
    Diagnostics *diagnostics;
    ExpandOptions options;
    BuiltIns builtIns;
    ExpandState state;
    ExpandSpent spent;
    Expanded *out = nullptr;
    bool stateUsed = false;             ///< state was read or changed since this was last cleared
    std::vector<std::string> openFiles; ///< being read, outermost first

    void report(std::string_view code, Severity severity, SourceRange range, std::string message)
    {
        diagnostics->push_back({std::string(code), severity, range, std::move(message), {}, {}, {}});
    }
};

} // namespace twinhelm::config
