#include "agent/ctl/views.h"

#include <algorithm>

#include <boost/json.hpp>

#include "agent/ctl/text.h"
#include "agent/process/check_report.h"
#include "common/base/joined.h"
#include "common/vrrp/sentences.h"

namespace twinhelm::ctl
{

namespace
{

std::string addressesOf(const wire::InstanceState &instance)
{
    std::vector<std::string> here;
    std::vector<std::string> away;
    for (const auto &one : instance.addresses)
        (one.present ? here : away).push_back(one.address);
    if (here.empty())
        return away.empty() ? "no addresses" : "has none of " + joined(away, ", ");
    return "has " + joined(here, ", ") + (away.empty() ? "" : ", lacks " + joined(away, ", "));
}

std::string millisText(std::int64_t micros)
{
    return std::to_string(micros / 1000) + " ms";
}

std::string noteOf(const wire::InstanceState &instance)
{
    std::vector<std::string> notes;
    if (!instance.faults.empty())
        notes.push_back(joined(instance.faults, ", "));
    if (instance.heldBack)
        notes.emplace_back("held back until released");
    if (instance.state == "BACKUP" && !instance.masterAddress.empty()) {
        auto master = "master " + instance.masterAddress + " with priority " + std::to_string(instance.masterPriority);
        if (instance.lastAdvertAgeMs)
            master += ", heard " + durationText(*instance.lastAdvertAgeMs) + " ago";
        notes.push_back(master);
    }
    if (const auto &seen = instance.advertIntervals; seen && instance.state == "BACKUP")
        notes.push_back("longest gap " + millisText(seen->longestUs) + ", headroom " + millisText(seen->headroomUs));
    if (const auto &last = instance.lastTransition; last && instance.faults.empty())
        notes.push_back("because " + last->cause.text);
    return joined(notes, ", ");
}

std::string priorityOf(const wire::InstanceState &instance)
{
    const auto effective = "priority " + std::to_string(instance.effectivePriority);
    return instance.effectivePriority == instance.basePriority
               ? effective
               : effective + " of " + std::to_string(instance.basePriority);
}

std::string since(const wire::NodeState &state, WallMillis when)
{
    return "for " + durationText(state.now - when);
}

std::string headOf(const wire::NodeState &state)
{
    std::string out =
        state.node + ", twinhelmd " + state.engineVersion + ", up for " + durationText(state.uptimeMs) + '\n';
    out +=
        "configuration " + state.config.path + ", loaded " + durationText(state.now - state.config.loadedAt) + " ago\n";
    if (state.config.refusedAt != 0)
        out += "running revision " + vrrp::shortRevision(state.config.sha256) + ", refused " +
               (state.config.refusedSha256.empty() ? std::string("a later one")
                                                   : "revision " + vrrp::shortRevision(state.config.refusedSha256)) +
               ' ' + durationText(state.now - state.config.refusedAt) + " ago because " + state.config.lastError + '\n';
    else if (!state.config.lastError.empty())
        out += "last load had errors: " + state.config.lastError + '\n';
    for (const auto &process : state.processes) {
        if (process.state != "running")
            out += "process " + process.role + ": " + process.state + '\n';
    }
    return out;
}

std::vector<std::string> scriptRow(const wire::ScriptState &script)
{
    const std::string word = !script.decided ? "UNDECIDED" : script.ok ? "OK" : "FAILED";
    std::string last = script.lastResult.empty() ? "never run" : "last run " + script.lastResult;
    if (script.lastFinishedAgeMs)
        last += ' ' + durationText(*script.lastFinishedAgeMs) + " ago";
    return {word, "script " + script.name, last,
            std::to_string(script.failures + script.timeouts) + " of " + std::to_string(script.runs) + " runs failed"};
}

/// "weight 2 for VI_1, faults group G"
std::string usesOf(const std::vector<wire::TrackedByState> &uses)
{
    std::vector<std::string> out;
    for (const auto &use : uses) {
        const auto who = (use.group ? "group " : "") + use.name;
        const std::string sense = use.reverse ? ", reversed" : "";
        out.push_back(use.weight == 0 ? "decides about " + who + sense
                                      : "weight " + std::to_string(use.weight) + " for " + who + sense);
    }
    return out.empty() ? "tracked by nothing" : joined(out, ", ");
}

std::vector<std::string> fileRow(const wire::TrackedFileState &file)
{
    return {file.value ? std::to_string(*file.value) : "NO FILE", "file " + file.name, file.path,
            usesOf(file.trackedBy)};
}

std::vector<std::string> processRow(const wire::TrackedProcessState &process)
{
    const auto wanted = "at least " + std::to_string(process.quorum) +
                        (process.most ? ", at most " + std::to_string(*process.most) : "") + " wanted";
    const auto run = process.count ? std::to_string(*process.count) + " run, " : std::string("not counted, ");
    return {process.ok ? "OK" : "FAILED", "process " + process.name, run + wanted, usesOf(process.trackedBy)};
}

} // namespace

std::string statusText(const wire::NodeState &state)
{
    std::vector<std::vector<std::string>> rows;
    for (const auto &one : state.instances)
        rows.push_back({one.state, one.name, since(state, one.since), priorityOf(one),
                        one.interface + " VRID " + std::to_string(one.virtualRouterId), addressesOf(one), noteOf(one)});
    for (const auto &one : state.groups)
        rows.push_back({one.state, "group " + one.name, since(state, one.since), joined(one.members, ", ")});
    for (const auto &one : state.scripts)
        rows.push_back(scriptRow(one));
    for (const auto &one : state.trackFiles)
        rows.push_back(fileRow(one));
    for (const auto &one : state.trackProcesses)
        rows.push_back(processRow(one));
    auto out = headOf(state) + '\n';
    for (auto &row : rows) {
        for (auto &cell : row)
            cell = printable(std::move(cell));
    }
    return out + (rows.empty() ? "no VRRP instances\n" : table(rows));
}

std::string eventLine(const wire::Event &event)
{
    const auto padded = [](std::string text, std::size_t width) {
        text.resize(std::max(text.size(), width), ' ');
        return text;
    };
    const auto id = event.id == 0 ? std::string("-") : std::to_string(event.id);
    const auto subject = event.subject.empty() ? std::string() : event.subject + ": ";
    return timeText(event.time) + "Z  " + padded(id, 6) + ' ' +
           printable(padded(event.severity, 8) + padded(event.kind, 17) + subject + event.text) + '\n';
}

std::string reportText(const wire::CheckReport &report, const std::string &verdict)
{
    std::string out;
    for (const auto &finding : report.diagnostics)
        out += printable(agent::renderFinding(finding)) + '\n';
    return out + verdict + '\n';
}

std::string certificateText(const store::CertificateFacts &facts, WallMillis now)
{
    const auto left = facts.notAfter - now;
    return table({{"node", facts.commonName},
                  {"names", joined(facts.names, ", ")},
                  {"signed by", facts.issuer},
                  {"valid from", timeText(facts.notBefore) + "Z"},
                  {"valid until",
                   timeText(facts.notAfter) + "Z" +
                       (left < 0 ? ", EXPIRED " + durationText(-left) + " ago" : ", " + durationText(left) + " left")},
                  {"SHA256", facts.sha256}});
}

std::string certificateJson(const store::CertificateFacts &facts)
{
    boost::json::array names(facts.names.begin(), facts.names.end());
    return boost::json::serialize(boost::json::object{{"node", facts.commonName},
                                                      {"names", std::move(names)},
                                                      {"issuer", facts.issuer},
                                                      {"not_before", facts.notBefore},
                                                      {"not_after", facts.notAfter},
                                                      {"sha256", facts.sha256}});
}

} // namespace twinhelm::ctl
