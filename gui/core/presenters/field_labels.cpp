#include "gui/core/presenters/field_labels.h"

#include <QCoreApplication>

namespace twinhelm::desk
{

namespace
{

struct Label {
    const char *key;
    const char *text;
};

/// Order of the form and names of its rows in one table. The keys are checked against the keyword table by a test.
constexpr Label labels[] = {
    {"state", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "State at start")},
    {"interface", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "Interface")},
    {"virtual_router_id", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "Virtual router ID")},
    {"priority", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "Priority")},
    {"advert_int", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "Advertisement interval")},
    {"version", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "VRRP version")},
    {"virtual_ipaddress", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "Virtual addresses")},
    {"authentication.auth_type", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "Authentication")},
    {"authentication.auth_pass", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "Password")},
    {"nopreempt", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "Never preempt")},
    {"preempt_delay", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "Preemption delay")},
    {"track_script", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "Tracked scripts")},
    {"track_interface", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "Tracked interfaces")},
    {"unicast_src_ip", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "Unicast source")},
    {"unicast_peer", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "Unicast peers")},
    {"notify_master", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "On becoming MASTER")},
    {"notify_backup", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "On becoming BACKUP")},
    {"notify_fault", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "On FAULT")},
    {"notify", QT_TRANSLATE_NOOP("twinhelm::desk::Field", "On every change")},
};

} // namespace

const QStringList &instanceFieldOrder()
{
    static const QStringList order = [] {
        QStringList keys;
        for (const auto &label : labels)
            keys << QString::fromLatin1(label.key);
        return keys;
    }();
    return order;
}

QString fieldLabel(const QString &keyword)
{
    const auto at = instanceFieldOrder().indexOf(keyword);
    if (at >= 0)
        return QCoreApplication::translate("twinhelm::desk::Field", labels[at].text);
    auto spelled = keyword.section(u'.', -1).replace(u'_', u' ');
    if (!spelled.isEmpty())
        spelled[0] = spelled[0].toUpper();
    return spelled;
}

} // namespace twinhelm::desk
