#include "common/config/model/global_fields.h"
#include "common/config/model/read_value.h"
#include "common/config/schema/names.h"

// Whom the daemon tells what happens: mail, pipes, SNMP, D-Bus.
namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

using G = GlobalDefs;
using M = MailSettings;
using S = SnmpSettings;

/// HOST [PORT]
void readSmtpServer(G &global, const Statement &statement)
{
    take(global.mail.server, statement);
    const auto *word = statement.argument(2);
    const auto port = word ? readInteger(word->text) : std::nullopt;
    if (port && *port > 0 && *port <= 0xffff)
        global.mail.port.set(static_cast<std::uint16_t>(*port), word->range);
}

void showSmtpServer(const G &global, std::string_view name, Outline &out)
{
    if (!global.mail.server.given)
        return;
    show(out, name, {keyed(names::host, term(*global.mail.server))});
    if (*global.mail.port != 25)
        out.back().terms.push_back(keyed(names::port, term(*global.mail.port)));
}

/// PATH [USER [GROUP]]
template<auto F>
Field<G> pipe(std::string_view name)
{
    return {name,
            [](G &global, const Statement &statement) {
                auto &fifo = global.*F;
                take(fifo.path, statement);
                if (const auto *word = statement.argument(2))
                    fifo.user.set(std::string(word->text), word->range);
                if (const auto *word = statement.argument(3))
                    fifo.group.set(std::string(word->text), word->range);
            },
            [](const G &global, std::string_view keyword, Outline &out) {
                const auto &fifo = global.*F;
                if (!fifo.path.given)
                    return;
                show(out, keyword, {keyed(names::path, term(*fifo.path))});
                if (fifo.user.given)
                    out.back().terms.push_back(keyed(names::user, term(*fifo.user)));
                if (fifo.group.given)
                    out.back().terms.push_back(keyed(names::group, term(*fifo.group)));
            }};
}

} // namespace

std::vector<Field<GlobalDefs>> mailFields()
{
    return {
        inherited<&G::mail, &M::from>(names::notificationEmailFrom),
        list<&G::mail, &M::recipients>(names::notificationEmail),
        {names::smtpServer, readSmtpServer, showSmtpServer},
        inherited<&G::mail, &M::heloName>(names::smtpHeloName),
        field<&G::mail, &M::connectTimeout>(names::smtpConnectTimeout),
        inherited<&G::mail, &M::alert>(names::smtpAlert),
        inherited<&G::mail, &M::alertVrrp>(names::smtpAlertVrrp),
        inherited<&G::mail, &M::alertChecker>(names::smtpAlertChecker),
        flag<&G::mail, &M::noFaults>(names::noEmailFaults),
        field<&G::mail, &M::noCheckerMails>(names::noCheckerEmails),
    };
}

std::vector<Field<GlobalDefs>> fifoFields()
{
    return {
        pipe<&G::fifo>(names::notifyFifo),
        inherited<&G::fifo, &Fifo::script>(names::notifyFifoScript),
        pipe<&G::vrrpFifo>(names::vrrpNotifyFifo),
        inherited<&G::vrrpFifo, &Fifo::script>(names::vrrpNotifyFifoScript),
        pipe<&G::lvsFifo>(names::lvsNotifyFifo),
        inherited<&G::lvsFifo, &Fifo::script>(names::lvsNotifyFifoScript),
        flag<&G::fifoStatesOnReload>(names::fifoWriteVrrpStatesOnReload),
    };
}

std::vector<Field<GlobalDefs>> snmpFields()
{
    return {
        inherited<&G::snmp, &S::socket>(names::snmpSocket),
        flag<&G::snmp, &S::traps>(names::enableTraps),
        flag<&G::snmp, &S::vrrp>(names::enableSnmpVrrp),
        flag<&G::snmp, &S::rfc>(names::enableSnmpRfc),
        flag<&G::snmp, &S::rfcV2>(names::enableSnmpRfcv2),
        flag<&G::snmp, &S::rfcV3>(names::enableSnmpRfcv3),
        flag<&G::snmp, &S::checker>(names::enableSnmpChecker),
        field<&G::snmp, &S::virtualServerInterval>(names::snmpVsStatsUpdateInterval),
        inherited<&G::snmp, &S::realServerInterval>(names::snmpRsStatsUpdateInterval),
        flag<&G::snmp, &S::dbus>(names::enableDbus),
        inherited<&G::snmp, &S::dbusServiceName>(names::dbusServiceName),
        inherited<&G::snmp, &S::dbusNoInterfaceName>(names::dbusNoInterfaceName),
    };
}

} // namespace twinhelm::config::model
