#include "gui/core/presenters/block_sections.h"

#include <QCoreApplication>

namespace twinhelm::desk
{

namespace
{

struct Section {
    const char *title;
    const char *keywords;
};

constexpr Section sections[] = {
    {QT_TRANSLATE_NOOP("twinhelm::desk::Block", "Node"), "global_defs"},
    {QT_TRANSLATE_NOOP("twinhelm::desk::Block", "Instances"), "vrrp_instance"},
    {QT_TRANSLATE_NOOP("twinhelm::desk::Block", "Sync groups"), "vrrp_sync_group"},
    {QT_TRANSLATE_NOOP("twinhelm::desk::Block", "Tracking"),
     "vrrp_script track_file vrrp_track_file vrrp_track_process bfd_instance track_group"},
    {QT_TRANSLATE_NOOP("twinhelm::desk::Block", "Virtual servers"), "virtual_server virtual_server_group SSL"},
    {QT_TRANSLATE_NOOP("twinhelm::desk::Block", "Static addresses and routes"),
     "static_ipaddress static_routes static_rules"},
    {QT_TRANSLATE_NOOP("twinhelm::desk::Block", "Interfaces"),
     "garp_group interface_up_down_delays linkbeat_interfaces"},
    {QT_TRANSLATE_NOOP("twinhelm::desk::Block", "Other"), ""},
};

} // namespace

const QList<BlockSection> &blockSections()
{
    static const QList<BlockSection> all = [] {
        QList<BlockSection> out;
        for (const auto &section : sections)
            out << BlockSection{QCoreApplication::translate("twinhelm::desk::Block", section.title),
                                QString::fromLatin1(section.keywords).split(u' ', Qt::SkipEmptyParts)};
        return out;
    }();
    return all;
}

int sectionOf(const QString &keyword)
{
    const auto &all = blockSections();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].keywords.contains(keyword))
            return static_cast<int>(i);
    }
    return static_cast<int>(all.size()) - 1;
}

} // namespace twinhelm::desk
