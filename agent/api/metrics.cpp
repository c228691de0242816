#include "agent/api/metrics.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <type_traits>
#include <utility>

#include "common/vrrp/interval_histogram.h"

namespace twinhelm::api
{

namespace
{

using Label = std::pair<std::string_view, std::string_view>;

/// Writes families one after the other; all samples of a family stand together, as the format demands.
class Exposition
{
public:
    void family(std::string_view name, std::string_view type, std::string_view help)
    {
        name_ = name;
        text_.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ").append(name).append(" ");
        text_.append(type).append("\n");
    }

    template<typename Number>
    void sample(std::initializer_list<Label> labels, Number value)
    {
        text_ += name_;
        char before = '{';
        for (const auto &[name, content] : labels) {
            text_ += before;
            text_.append(name).append("=\"");
            escape(content);
            text_ += '"';
            before = ',';
        }
        text_ += before == ',' ? "} " : " ";
        if constexpr (std::is_same_v<Number, bool>)
            text_ += value ? '1' : '0';
        else
            text_ += std::to_string(value);
        text_ += '\n';
    }

    /// A sample of the family whose name has an ending: _bucket, _sum, _count of a histogram.
    template<typename Number>
    void sample(std::string_view ending, std::initializer_list<Label> labels, Number value)
    {
        const auto family = std::exchange(name_, {});
        text_.append(family).append(ending);
        sample(labels, value);
        name_ = family;
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void escape(std::string_view content)
    {
        for (const char c : content) {
            if (c == '\n')
                text_ += "\\n";
            else if (c == '"' || c == '\\')
                (text_ += '\\') += c;
            else
                text_ += c;
        }
    }

    std::string_view name_;
    std::string text_;
};

double seconds(std::int64_t millis)
{
    return static_cast<double>(millis) / 1000.0;
}

std::uint64_t counterOf(const wire::InstanceState &instance, std::string_view name)
{
    const auto found = instance.counters.find(std::string(name));
    return found == instance.counters.end() ? 0 : found->second;
}

void writeNode(Exposition &out, const wire::NodeState &state)
{
    out.family("twinhelm_build_info", "gauge", "Version and names of this node; always 1.");
    out.sample({{"version", state.engineVersion}, {"node", state.node}, {"router_id", state.routerId}}, 1);
    out.family("twinhelm_uptime_seconds", "gauge", "Time since the guardian started.");
    out.sample({}, seconds(state.uptimeMs));
    out.family("twinhelm_last_event_id", "gauge", "Id of the newest event.");
    out.sample({}, state.lastEventId);
    out.family("twinhelm_config_loads_total", "counter", "Configurations taken since the start.");
    out.sample({}, state.config.epoch);
    out.family("twinhelm_config_loaded_timestamp_seconds", "gauge", "When the configuration in force was loaded.");
    out.sample({}, seconds(state.config.loadedAt));
    out.family("twinhelm_config_last_load_ok", "gauge", "0: the last load was refused or had errors.");
    out.sample({}, state.config.lastError.empty());
    out.family("twinhelm_config_refused_timestamp_seconds", "gauge",
               "When a configuration was refused last, if the last one was.");
    if (state.config.refusedAt != 0)
        out.sample({{"sha256", state.config.refusedSha256}}, seconds(state.config.refusedAt));
    out.family("twinhelm_process_running", "gauge", "1 while the process of this role runs.");
    for (const auto &process : state.processes)
        out.sample({{"role", process.role}}, process.pid > 0);
    out.family("twinhelm_process_restarts_total", "counter", "How often the guardian started it again.");
    for (const auto &process : state.processes)
        out.sample({{"role", process.role}}, process.restarts);
}

void writeStates(Exposition &out, const wire::NodeState &state)
{
    constexpr std::array<std::string_view, 5> states{"INIT", "BACKUP", "MASTER", "FAULT", "STOP"};
    out.family("twinhelm_vrrp_state", "gauge", "1 for the state the instance is in, 0 for the others.");
    for (const auto &instance : state.instances) {
        for (const auto &one : states)
            out.sample({{"instance", instance.name}, {"state", one}}, instance.state == one);
    }
    out.family("twinhelm_vrrp_group_state", "gauge", "1 for the state the sync group is in, 0 for the others.");
    for (const auto &group : state.groups) {
        for (const auto &one : states)
            out.sample({{"group", group.name}, {"state", one}}, group.state == one);
    }
    out.family("twinhelm_vrrp_address_present", "gauge", "1 while the virtual address is on this node.");
    for (const auto &instance : state.instances) {
        for (const auto &one : instance.addresses)
            out.sample({{"instance", instance.name}, {"address", one.address}, {"device", one.device}}, one.present);
    }
}

void writeGauges(Exposition &out, const wire::NodeState &state)
{
    const auto each = [&](std::string_view name, std::string_view help, auto value) {
        out.family(name, "gauge", help);
        for (const auto &instance : state.instances)
            out.sample({{"instance", instance.name}}, value(instance));
    };
    using State = const wire::InstanceState &;
    each("twinhelm_vrrp_priority", "Effective priority.", [](State one) { return one.effectivePriority; });
    each("twinhelm_vrrp_base_priority", "Configured priority.", [](State one) { return one.basePriority; });
    each("twinhelm_vrrp_held_back", "1 after a handover, until released.", [](State one) { return one.heldBack; });
    each("twinhelm_vrrp_state_since_timestamp_seconds", "When the state was entered.",
         [](State one) { return seconds(one.since); });
    each("twinhelm_vrrp_master_down_interval_seconds", "Silence after which a backup takes over.",
         [](State one) { return seconds(one.masterDownIntervalMs); });
    out.family("twinhelm_vrrp_last_advert_age_seconds", "gauge", "Since the master was heard; absent: never heard.");
    for (const auto &instance : state.instances) {
        if (instance.lastAdvertAgeMs)
            out.sample({{"instance", instance.name}}, seconds(*instance.lastAdvertAgeMs));
    }
}

/// "0.005", "1", "1.01": as short as it can be said.
std::string bound(Duration duration)
{
    auto text = std::to_string(std::chrono::duration<double>(duration).count());
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

void writeIntervals(Exposition &out, const wire::NodeState &state)
{
    using vrrp::IntervalHistogram;
    const auto each = [&](auto write) {
        for (const auto &instance : state.instances) {
            if (instance.advertIntervals)
                write(instance.name, *instance.advertIntervals);
        }
    };
    out.family("twinhelm_vrrp_advert_interval_seconds", "histogram",
               "Time between two adverts of the master, as heard by this backup.");
    each([&](const std::string &instance, const wire::AdvertIntervals &seen) {
        for (std::size_t i = 0; i < std::min(seen.buckets.size(), IntervalHistogram::bounds.size()); ++i)
            out.sample("_bucket", {{"instance", instance}, {"le", bound(IntervalHistogram::bounds[i])}},
                       seen.buckets[i]);
        out.sample("_bucket", {{"instance", instance}, {"le", "+Inf"}}, seen.count);
        out.sample("_sum", {{"instance", instance}}, static_cast<double>(seen.sumUs) / 1e6);
        out.sample("_count", {{"instance", instance}}, seen.count);
    });
    out.family("twinhelm_vrrp_longest_advert_interval_seconds", "gauge",
               "The longest of these times since the instance became backup.");
    each([&](const std::string &instance, const wire::AdvertIntervals &seen) {
        out.sample({{"instance", instance}}, static_cast<double>(seen.longestUs) / 1e6);
    });
    out.family("twinhelm_vrrp_advert_headroom_seconds", "gauge",
               "What the longest of these times left to the master down timer; near 0: a failover without need.");
    each([&](const std::string &instance, const wire::AdvertIntervals &seen) {
        out.sample({{"instance", instance}}, static_cast<double>(seen.headroomUs) / 1e6);
    });
}

void writeLastTransitions(Exposition &out, const wire::NodeState &state)
{
    out.family("twinhelm_vrrp_last_transition_timestamp_seconds", "gauge",
               "When the instance changed its state, from what, to what and why.");
    for (const auto &instance : state.instances) {
        if (const auto &last = instance.lastTransition)
            out.sample(
                {{"instance", instance.name}, {"from", last->from}, {"to", last->to}, {"cause", last->cause.word}},
                seconds(last->when));
    }
}

void writeCounters(Exposition &out, const wire::NodeState &state)
{
    struct Counter {
        std::string_view metric;
        std::string_view name;
        std::string_view help;
    };
    for (const auto &[metric, name, help] : std::initializer_list<Counter>{
             {"twinhelm_vrrp_adverts_sent_total", "adverts_sent", "Advertisements sent."},
             {"twinhelm_vrrp_adverts_received_total", "adverts_received", "Good advertisements received."},
             {"twinhelm_vrrp_priority_zero_sent_total", "priority_zero_sent", "Priority 0 sent: leaving in order."},
             {"twinhelm_vrrp_priority_zero_received_total", "priority_zero_received", "Priority 0 received."},
             {"twinhelm_vrrp_send_failed_total", "send_failed", "Advertisements the kernel did not take."},
             {"twinhelm_vrrp_announcements_sent_total", "announcements_sent", "Gratuitous ARP and ND packets sent."},
             {"twinhelm_vrrp_conflicts_total", "conflicts", "Adverts heard from another master while master."},
             {"twinhelm_vrrp_address_list_mismatches_total", "address_list_mismatch", "Adverts with other VIPs."},
             {"twinhelm_vrrp_stalls_total", "stalls", "Times this node stood still and had to listen first."}}) {
        out.family(metric, "counter", help);
        for (const auto &instance : state.instances)
            out.sample({{"instance", instance.name}}, counterOf(instance, name));
    }
    out.family("twinhelm_vrrp_transitions_total", "counter", "Times the instance became master, or ceased to be.");
    for (const auto &instance : state.instances) {
        out.sample({{"instance", instance.name}, {"to", "MASTER"}}, counterOf(instance, "became_master"));
        out.sample({{"instance", instance.name}, {"to", "BACKUP"}}, counterOf(instance, "released_master"));
    }
    out.family("twinhelm_vrrp_rejected_packets_total", "counter", "Received packets that were not believed.");
    for (const auto &instance : state.instances) {
        for (const auto &reason :
             {"bad_ttl", "bad_version", "bad_length", "bad_auth_type", "auth_mismatch", "bad_interval", "bad_type",
              "bad_checksum", "bad_destination", "replayed", "owner_ignores", "unknown_peer", "peer_ttl"})
            out.sample({{"instance", instance.name}, {"reason", reason}}, counterOf(instance, reason));
    }
}

void writeNodeCounters(Exposition &out, const wire::NodeState &state)
{
    const auto one = [&](const std::string &name) {
        const auto found = state.counters.find(name);
        return found == state.counters.end() ? 0 : found->second;
    };
    out.family("twinhelm_vrrp_unclaimed_packets_total", "counter",
               "Received packets for no virtual router of this node.");
    for (const std::string reason : {"unknown_router", "unreadable"})
        out.sample({{"reason", reason}}, one(reason));
    out.family("twinhelm_netlink_overruns_total", "counter", "Times kernel news were lost and all was listed anew.");
    out.sample({}, one("netlink_overruns"));
    out.family("twinhelm_events_not_stored_total", "counter", "Events the journal's disk did not take.");
    out.sample({}, one("events_not_stored"));
    out.family("twinhelm_fifo_lines_lost_total", "counter", "Lines that nobody read out of a notification pipe.");
    out.sample({}, one("fifo_lines_lost"));
    out.family("twinhelm_mails_lost_total", "counter", "Alerts that were dropped or given up.");
    out.sample({}, one("mails_lost"));
    out.family("twinhelm_mails_waiting", "gauge", "Alerts that wait to be sent.");
    out.sample({}, one("mails_waiting"));
}

void writeScripts(Exposition &out, const wire::NodeState &state)
{
    out.family("twinhelm_script_ok", "gauge", "1 while the track script's verdict is good.");
    for (const auto &script : state.scripts)
        out.sample({{"script", script.name}}, script.ok);
    out.family("twinhelm_script_runs_total", "counter", "Runs of the track script, by result.");
    for (const auto &script : state.scripts) {
        const auto bad = std::min(script.runs, script.failures + script.timeouts);
        out.sample({{"script", script.name}, {"result", "ok"}}, script.runs - bad);
        out.sample({{"script", script.name}, {"result", "failed"}}, script.failures);
        out.sample({{"script", script.name}, {"result", "timed_out"}}, script.timeouts);
    }
}

void writeBalancer(Exposition &out, const wire::NodeState &state)
{
    if (!state.balancer)
        return;
    out.family("twinhelm_ipvs_available", "gauge", "1 while the kernel has IPVS.");
    out.sample({}, state.balancer->ipvs);
    out.family("twinhelm_ipvs_table_complete", "gauge", "1 while the kernel's table is as it should be.");
    out.sample({}, state.balancer->complete);
    out.family("twinhelm_ipvs_refused_changes_total", "counter", "Changes of the table that the kernel refused.");
    out.sample({}, state.balancer->refused);
    out.family("twinhelm_ipvs_mended_total", "counter", "Differences in the table that somebody else had made.");
    out.sample({}, state.balancer->mended);
    out.family("twinhelm_takeover_ready", "gauge", "1 while this node could balance everything at once.");
    out.sample({}, state.balancer->ready);
    out.family("twinhelm_probes_running", "gauge", "Probes under way.");
    out.sample({}, state.balancer->probesRunning);
}

void writeServices(Exposition &out, const wire::NodeState &state)
{
    const auto each = [&](std::string_view name, std::string_view type, std::string_view help, auto value) {
        out.family(name, type, help);
        for (const auto &service : state.services)
            out.sample({{"service", service.name}}, value(service));
    };
    using Service = const wire::ServiceState &;
    each("twinhelm_service_up", "gauge", "1 while the service has its quorum.",
         [](Service one) { return one.state == "UP"; });
    each("twinhelm_service_live_weight", "gauge", "Sum of the weights of its servers that are up.",
         [](Service one) { return one.liveWeight; });
    each("twinhelm_service_quorum", "gauge", "Live weight it needs.", [](Service one) { return one.quorum; });
    each("twinhelm_service_sorry_server", "gauge", "1 while the sorry server serves.",
         [](Service one) { return one.sorryServes; });
    const auto counted = [&](std::string_view name, std::string_view help, auto value) {
        out.family(name, "counter", help);
        for (const auto &service : state.services) {
            if (service.traffic)
                out.sample({{"service", service.name}}, value(*service.traffic));
        }
    };
    using Traffic = const wire::TrafficState &;
    counted("twinhelm_service_connections_total", "Connections.", [](Traffic one) { return one.connections; });
    counted("twinhelm_service_bytes_in_total", "Bytes from clients.", [](Traffic one) { return one.bytesIn; });
    counted("twinhelm_service_bytes_out_total", "Bytes to clients; NAT only.",
            [](Traffic one) { return one.bytesOut; });
}

void writeServers(Exposition &out, const wire::NodeState &state)
{
    const auto each = [&](std::string_view name, std::string_view type, std::string_view help, auto value) {
        out.family(name, type, help);
        for (const auto &service : state.services) {
            for (const auto &server : service.servers)
                out.sample({{"service", service.name}, {"server", server.address}}, value(server));
        }
    };
    using Server = const wire::ServerState &;
    each("twinhelm_server_up", "gauge", "1 while all its probes pass.", [](Server one) { return one.state == "UP"; });
    each("twinhelm_server_weight", "gauge", "Weight that counts now.", [](Server one) { return one.weight; });
    each("twinhelm_server_configured_weight", "gauge", "Weight of the configuration.",
         [](Server one) { return one.configuredWeight; });
    each("twinhelm_server_overridden", "gauge", "1 while an operator's weight or drain holds.",
         [](Server one) { return one.overridden.has_value(); });
    each("twinhelm_server_active_connections", "gauge", "Established connections.",
         [](Server one) { return one.activeConnections; });
    each("twinhelm_server_inactive_connections", "gauge", "Other connections that are remembered.",
         [](Server one) { return one.inactiveConnections; });
    each("twinhelm_server_probes_total", "counter", "Runs of its probes.", [](Server one) {
        std::uint64_t sum = 0;
        for (const auto &check : one.checks)
            sum += check.runs;
        return sum;
    });
    each("twinhelm_server_probe_failures_total", "counter", "Those that failed.", [](Server one) {
        std::uint64_t sum = 0;
        for (const auto &check : one.checks)
            sum += check.failures;
        return sum;
    });
    out.family("twinhelm_server_certificate_days", "gauge", "Until the certificate of its TLS expires.");
    for (const auto &service : state.services) {
        for (const auto &server : service.servers) {
            for (const auto &check : server.checks) {
                if (check.certificateDays)
                    out.sample({{"service", service.name}, {"server", server.address}, {"check", check.name}},
                               *check.certificateDays);
            }
        }
    }
}

void writeTracked(Exposition &out, const wire::NodeState &state)
{
    out.family("twinhelm_track_file_value", "gauge", "What the tracked file says; absent: there is no such file.");
    for (const auto &file : state.trackFiles) {
        if (file.value)
            out.sample({{"file", file.name}}, *file.value);
    }
    out.family("twinhelm_track_process_ok", "gauge", "1 while as many processes run as shall.");
    for (const auto &process : state.trackProcesses)
        out.sample({{"process", process.name}}, process.ok);
    out.family("twinhelm_track_process_count", "gauge", "Processes that fit the tracked one.");
    for (const auto &process : state.trackProcesses) {
        if (process.count)
            out.sample({{"process", process.name}}, *process.count);
    }
}

void writeApi(Exposition &out, const RefusalLedger &refusals, const ApiCounts &counts)
{
    out.family("twinhelm_api_requests_total", "counter", "HTTP requests read to their end.");
    out.sample({}, counts.requests);
    out.family("twinhelm_api_connections", "gauge", "Open connections, TLS and Unix.");
    out.sample({}, counts.connections);
    out.family("twinhelm_api_event_streams", "gauge", "Open event streams.");
    out.sample({}, counts.eventStreams);
    out.family("twinhelm_api_refusals_total", "counter", "Clients that did not get what they asked for.");
    for (std::size_t i = 0; i < reasonCount; ++i) {
        const auto reason = static_cast<Reason>(i);
        out.sample({{"reason", reasonName(reason)}}, refusals.total(reason));
    }
    if (counts.certificateNotAfter) {
        out.family("twinhelm_certificate_not_after_timestamp_seconds", "gauge", "End of this node's certificate.");
        out.sample({}, seconds(*counts.certificateNotAfter));
    }
}

} // namespace

std::string prometheusText(const std::optional<wire::NodeState> &state, const RefusalLedger &refusals,
                           const ApiCounts &counts)
{
    Exposition out;
    if (state) {
        writeNode(out, *state);
        writeStates(out, *state);
        writeGauges(out, *state);
        writeLastTransitions(out, *state);
        writeIntervals(out, *state);
        writeCounters(out, *state);
        writeNodeCounters(out, *state);
        writeScripts(out, *state);
        writeBalancer(out, *state);
        if (!state->services.empty()) {
            writeServices(out, *state);
            writeServers(out, *state);
        }
        writeTracked(out, *state);
    }
    writeApi(out, refusals, counts);
    return out.take();
}

} // namespace twinhelm::api
