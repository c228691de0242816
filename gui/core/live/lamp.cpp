#include "gui/core/live/lamp.h"

#include <QCoreApplication>

namespace twinhelm::desk
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twinhelm::desk::Lamp)
};

} // namespace

Lamp lampFromState(std::string_view state)
{
    if (state == "MASTER")
        return Lamp::Master;
    if (state == "BACKUP")
        return Lamp::Backup;
    if (state == "FAULT")
        return Lamp::Fault;
    if (state == "INIT")
        return Lamp::Init;
    if (state == "STOP")
        return Lamp::Stopped;
    return Lamp::Unknown;
}

QString lampText(Lamp lamp)
{
    switch (lamp) {
    case Lamp::Unknown: return Text::tr("unknown");
    case Lamp::Connecting: return Text::tr("connecting");
    case Lamp::Init: return QStringLiteral("INIT");
    case Lamp::Backup: return QStringLiteral("BACKUP");
    case Lamp::Master: return QStringLiteral("MASTER");
    case Lamp::Fault: return QStringLiteral("FAULT");
    case Lamp::Stopped: return QStringLiteral("STOP");
    }
    return {};
}

QString ageText(qint64 milliseconds)
{
    const auto seconds = std::max<qint64>(0, milliseconds) / 1000;
    if (seconds < 120)
        return Text::tr("%1 s").arg(seconds);
    if (seconds < 120 * 60)
        return Text::tr("%1 min").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return Text::tr("%1 h").arg(seconds / 3600);
    return Text::tr("%1 d").arg(seconds / 86400);
}

} // namespace twinhelm::desk
