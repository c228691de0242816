#include <algorithm>

#include "common/config/model/read_service.h"
#include "common/config/model/timing_fields.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

using S = RealServer;
using O = RealServerOptions;

void readOneCheck(S &server, const Statement &block)
{
    if (const auto kind = checkKind(block.keyword()))
        server.checks.push_back(readCheck(*kind, block));
}

void showChecks(const S &server, std::string_view, Outline &out)
{
    // All must pass, so their order means nothing: kind by kind.
    std::vector<const Check *> checks;
    for (const auto &check : server.checks)
        checks.push_back(&check);
    std::stable_sort(checks.begin(), checks.end(), [](const auto *a, const auto *b) { return a->kind < b->kind; });
    for (const auto *check : checks)
        showCheck(out, *check);
}

std::vector<Field<S>> allFields()
{
    std::vector<Field<S>> fields{
        inherited<&S::weight>(names::weight),
        {names::lvsMethod, [](S &s, const Statement &from) { takeForwarding(s.options.edit().forwarding, from); },
         [](const S &s, std::string_view name, Outline &out) { showForwarding(out, name, s.options->forwarding); }},
        field<&S::options, &O::upperThreshold>(names::uthreshold),
        field<&S::options, &O::lowerThreshold>(names::lthreshold),
        inherited<&S::options, &O::inhibitOnFailure>(names::inhibitOnFailure),
        inherited<&S::options, &O::alpha>(names::alpha),
        inherited<&S::options, &O::smtpAlert>(names::smtpAlert),
        inherited<&S::options, &O::notifyUp>(names::notifyUp),
        inherited<&S::options, &O::notifyDown>(names::notifyDown),
        inherited<&S::options, &O::virtualHost>(names::virtualhost),
        inherited<&S::options, &O::snmpName>(names::snmpName),
        inherited<&S::options, &O::connectTimeout>(names::connectTimeout),
    };
    const auto timing = timingFields<&S::options, &O::timing>();
    fields.insert(fields.end(), timing.begin(), timing.end());
    bool first = true;
    for (const auto name : {names::tcpCheck, names::httpGet, names::sslGet, names::smtpCheck, names::dnsCheck,
                            names::miscCheck, names::udpCheck, names::pingCheck, names::fileCheck, names::bfdCheck}) {
        fields.push_back({name, readOneCheck, first ? showChecks : nullptr});
        first = false;
    }
    return fields;
}

} // namespace

const FieldTable<RealServer> &realServerFields()
{
    static const FieldTable<S> table("virtual_server/real_server", allFields());
    return table;
}

RealServer readRealServer(const Statement &block)
{
    S server;
    server.range = block.line().range();
    takeServer(server.address, server.port, block.words.subspan(1));
    realServerFields().readAll(server, block);
    return server;
}

void showRealServer(Outline &out, const RealServer &server)
{
    auto &block = showBlock(out, names::realServer, {keyed("address", term(*server.address))});
    if (server.port.given)
        block.terms.push_back(keyed(names::port, term(*server.port)));
    block.many = true;
    realServerFields().show(server, block.items);
}

} // namespace twinhelm::config::model
