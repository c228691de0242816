#pragma once

#include <string>
#include <vector>

#include "common/config/load.h"
#include "common/diagnostics/diagnostic.h"
#include "common/diagnostics/text_renderer.h"

namespace twinhelm::ctl
{

/// One configuration that was checked, with the name its file was given by.
struct CheckedFile {
    std::string name;
    std::string nodeId;
    config::LoadedNode loaded;
};

/// Findings and the files they are about; `node` of a finding chooses among files of several nodes.
struct Findings {
    std::vector<CheckedFile> files;
    Diagnostics all;

    [[nodiscard]] const CheckedFile &fileOf(const Diagnostic &one) const;
    /// What people call file `range.file` of that node.
    [[nodiscard]] std::string nameOf(const Diagnostic &one) const;
};

/// As a compiler prints them, with a line of the sum. Nothing in it can drive a terminal but our own colours.
[[nodiscard]] std::string findingsText(const Findings &findings, bool colours);

/// The API's check report.
[[nodiscard]] std::string findingsJson(const Findings &findings);

/// SARIF 2.1.0 (OASIS), for code scanning services and editors: one run, its rules from the catalogue.
[[nodiscard]] std::string findingsSarif(const Findings &findings);

} // namespace twinhelm::ctl
