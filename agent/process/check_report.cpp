#include "agent/process/check_report.h"

#include <array>
#include <map>

#include <openssl/sha.h>

#include "common/diagnostics/text_renderer.h"

namespace twinhelm::agent
{

wire::CheckReport makeCheckReport(const ConfigurationBytes &bytes, const config::LoadedNode &loaded)
{
    wire::CheckReport out;
    const auto findings = loaded.findings();
    out.ok = !hasErrors(findings);
    out.node = bytes.nodeId;
    out.sha256 = sha256Hex(bytes.text);
    for (const auto &one : findings) {
        const auto place = loaded.sources.position(one.range.file, one.range.begin);
        // The main file was parsed from memory; people know it by the path they gave.
        const auto &file = one.range.file == 0 ? bytes.path : loaded.sources.path(one.range.file);
        out.diagnostics.push_back(
            {one.code, std::string(severityName(one.severity)), file, place.line, place.column, one.message, one.node});
    }
    return out;
}

std::string renderFinding(const wire::DiagnosticState &finding)
{
    return finding.file + ':' + std::to_string(finding.line) + ':' + std::to_string(finding.column) + ": " +
           finding.severity + ": " + finding.message + " [" + finding.code + ']';
}

std::vector<LogLine> logLines(const wire::CheckReport &report)
{
    constexpr std::size_t shown = 5;
    struct Rest {
        std::string severity;
        std::size_t count = 0;
    };
    std::vector<LogLine> out;
    std::map<std::string, Rest> kinds;
    for (const auto &one : report.diagnostics) {
        auto &kind = kinds[one.code];
        kind.severity = one.severity;
        if (++kind.count <= shown)
            out.push_back({one.severity, renderFinding(one)});
    }
    for (const auto &[code, kind] : kinds) {
        if (kind.count > shown)
            out.push_back({kind.severity, std::to_string(kind.count - shown) + " more like this [" + code +
                                              "]; twinhelmctl check lists all"});
    }
    return out;
}

std::string summarizeErrors(const wire::CheckReport &report)
{
    std::string first;
    std::size_t more = 0;
    for (const auto &one : report.diagnostics) {
        if (one.severity != "error")
            continue;
        if (first.empty())
            first = renderFinding(one);
        else
            ++more;
    }
    return more == 0 ? first : first + " (and " + std::to_string(more) + " more)";
}

// Instead of EVP, which would load OpenSSL's providers: 2 MB in a process that needs nothing else of them.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
std::string sha256Hex(std::string_view bytes)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, bytes.data(), bytes.size());
    SHA256_Final(digest.data(), &context);
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const auto byte : digest) {
        out += digits[byte >> 4U];
        out += digits[byte & 0x0fU];
    }
    return out;
}
#pragma GCC diagnostic pop

} // namespace twinhelm::agent
