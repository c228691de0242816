#include "gui/core/presenters/colour_role.h"

#include <QCoreApplication>

namespace twinhelm::desk
{

ColourRole colourOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ok: return ColourRole::Good;
    case Verdict::Unknown: return ColourRole::Stale;
    case Verdict::Degraded: return ColourRole::Attention;
    case Verdict::VipMismatch:
    case Verdict::NoMaster:
    case Verdict::SplitBrain: return ColourRole::Danger;
    }
    return ColourRole::Neutral;
}

ColourRole colourOf(Lamp lamp)
{
    switch (lamp) {
    case Lamp::Master: return ColourRole::Good;
    case Lamp::Backup: return ColourRole::Active;
    case Lamp::Fault: return ColourRole::Danger;
    case Lamp::Init:
    case Lamp::Stopped: return ColourRole::Attention;
    case Lamp::Connecting: return ColourRole::Neutral;
    case Lamp::Unknown: return ColourRole::Stale;
    }
    return ColourRole::Neutral;
}

QString verdictTitle(Verdict verdict)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Verdict", text); };
    switch (verdict) {
    case Verdict::Ok: return tr("All well");
    case Verdict::Unknown: return tr("Not known");
    case Verdict::Degraded: return tr("Degraded");
    case Verdict::VipMismatch: return tr("Addresses do not fit");
    case Verdict::NoMaster: return tr("No master");
    case Verdict::SplitBrain: return tr("Split brain");
    }
    return {};
}

} // namespace twinhelm::desk
