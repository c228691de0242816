#include <algorithm>
#include <map>

#include <boost/json.hpp>

#include "agent/ctl/check_report_text.h"
#include "common/config/validate/catalogue.h"

// findingsSarif(), after "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", OASIS Standard.
namespace twinhelm::ctl
{

namespace json = boost::json;

namespace
{

const char *levelOf(Severity severity)
{
    switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Hint: return "note";
    }
    return "none";
}

/// A file as a URI reference (RFC 3986): relative paths stay relative.
std::string uriOf(const std::string &path)
{
    static constexpr auto hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain) {
            out += c;
        } else {
            out += '%';
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        }
    }
    return path.starts_with('/') ? "file://" + out : out;
}

/// Text that is no UTF-8 would not be JSON.
std::string utf8(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at]);
        const std::size_t length = first < 0x80                    ? 1
                                   : first >= 0xc2 && first < 0xe0 ? 2
                                   : first >= 0xe0 && first < 0xf0 ? 3
                                   : first >= 0xf0 && first < 0xf5 ? 4
                                                                   : 0;
        bool good = length > 0 && at + length <= text.size();
        for (std::size_t i = 1; good && i < length; ++i)
            good = (text[at + i] & 0xc0) == 0x80;
        out += good ? std::string(text.substr(at, length)) : "?";
        at += good ? length : 1;
    }
    return out;
}

/// SARIF counts in UTF-16 code units (columnKind), we in bytes. What is no UTF-8 counts as its replacement, one each.
std::size_t utf16Column(std::string_view text, std::uint32_t offset, std::size_t byteColumn)
{
    const auto before = byteColumn - 1;
    const auto line = utf8(text.substr(std::min<std::size_t>(offset, text.size()) - before, before));
    std::size_t units = 0;
    for (const char c : line) {
        const auto byte = static_cast<unsigned char>(c);
        const bool continues = (byte & 0xc0) == 0x80;
        units += continues ? 0 : byte >= 0xf0 ? 2 : 1; // beyond U+FFFF: two surrogates
    }
    return units + 1;
}

json::object placeOf(const Findings &findings, const Diagnostic &one)
{
    const auto &sources = findings.fileOf(one).loaded.sources;
    json::object physical{{"artifactLocation", {{"uri", uriOf(findings.nameOf(one))}}}};
    if (one.range.file < sources.size()) {
        const auto begin = sources.position(one.range.file, one.range.begin);
        const auto end = sources.position(one.range.file, one.range.end);
        const auto text = sources.text(one.range.file);
        physical["region"] = {{"startLine", begin.line},
                              {"startColumn", utf16Column(text, one.range.begin, begin.column)},
                              {"endLine", end.line},
                              {"endColumn", utf16Column(text, one.range.end, end.column)}};
    }
    return {{"physicalLocation", std::move(physical)}};
}

json::object ruleOf(const std::string &code)
{
    json::object rule{{"id", code}};
    if (const auto *const entry = config::explain(code)) {
        rule["shortDescription"] = {{"text", entry->title}};
        rule["fullDescription"] = {{"text", entry->explanation}};
        rule["help"] = {{"text", entry->mend}};
    }
    return rule;
}

} // namespace

std::string findingsSarif(const Findings &findings)
{
    json::array rules;
    json::array results;
    std::map<std::string, std::size_t> known;
    for (const auto &one : findings.all) {
        const auto [rule, isNew] = known.emplace(one.code, known.size());
        if (isNew)
            rules.push_back(ruleOf(one.code));
        const auto text = (one.node.empty() || findings.files.size() == 1 ? "" : one.node + ": ") + one.message;
        results.push_back(json::object{{"ruleId", one.code},
                                       {"ruleIndex", rule->second},
                                       {"level", levelOf(one.severity)},
                                       {"message", {{"text", utf8(text)}}},
                                       {"locations", json::array{placeOf(findings, one)}}});
    }
    const json::object driver{{"name", "twinhelmctl"}, {"version", TWINHELM_VERSION}, {"rules", std::move(rules)}};
    const json::object run{
        {"tool", {{"driver", driver}}}, {"columnKind", "utf16CodeUnits"}, {"results", std::move(results)}};
    return json::serialize(json::object{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                                        {"version", "2.1.0"},
                                        {"runs", json::array{run}}}) +
           '\n';
}

} // namespace twinhelm::ctl
