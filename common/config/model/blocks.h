#pragma once

#include "common/config/model/field.h"
#include "common/config/model/node_config.h"

/// The fields of every block, in the order in which they are written; each is defined beside its reader.
namespace twinhelm::config::model
{

const FieldTable<GlobalDefs> &globalDefsFields();
const FieldTable<DaemonSettings> &daemonFields();
const FieldTable<TrackGroup> &trackGroupFields();
const FieldTable<GarpGroup> &garpGroupFields();
const FieldTable<VrrpScript> &vrrpScriptFields();
const FieldTable<TrackFile> &trackFileFields();
const FieldTable<TrackProcess> &trackProcessFields();
const FieldTable<BfdInstance> &bfdInstanceFields();
const FieldTable<VrrpSyncGroup> &vrrpSyncGroupFields();
const FieldTable<VrrpInstance> &vrrpInstanceFields();
const FieldTable<AuthHmac> &authHmacFields();
const FieldTable<Ssl> &sslFields();
const FieldTable<VirtualServer> &virtualServerFields();
const FieldTable<RealServer> &realServerFields();
/// What every kind of checker has, and what this one has alone.
const FieldTable<Check> &checkFields(Check::Kind kind);
const FieldTable<HttpCheck> &httpCheckFields(Check::Kind kind);
const FieldTable<HttpUrl> &httpUrlFields();
const FieldTable<SmtpCheck> &smtpCheckFields();
const FieldTable<SmtpHost> &smtpHostFields();
const FieldTable<DnsCheck> &dnsCheckFields();
const FieldTable<MiscCheck> &miscCheckFields();
const FieldTable<UdpCheck> &udpCheckFields();
const FieldTable<FileCheck> &fileCheckFields();
const FieldTable<BfdCheck> &bfdCheckFields();

// Entries: one line each.
[[nodiscard]] Item entryOf(const VirtualAddress &address);
[[nodiscard]] Item entryOf(const Route &route);
[[nodiscard]] Item entryOf(const RoutingRule &rule);
[[nodiscard]] Item entryOf(const VirtualServerGroupEntry &entry);
[[nodiscard]] Item entryOf(const InterfaceDelay &delay);
[[nodiscard]] Item entryOf(const LinkbeatInterface &interface);
[[nodiscard]] Item entryOf(const UnicastPeer &peer);

/// A block of entries; nothing when there are none.
template<typename T>
void showEntries(Outline &out, std::string_view keyword, const std::vector<T> &entries)
{
    if (entries.empty())
        return;
    auto &block = showBlock(out, keyword);
    for (const auto &entry : entries)
        block.items.push_back(entryOf(entry));
}

} // namespace twinhelm::config::model
