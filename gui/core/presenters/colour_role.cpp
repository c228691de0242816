#include "gui/core/presenters/colour_role.h"

#include <QCoreApplication>

namespace twinhelm::desk
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twinhelm::desk::Verdict)
};

} // namespace

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
    switch (verdict) {
    case Verdict::Ok: return Text::tr("All well");
    case Verdict::Unknown: return Text::tr("Not known");
    case Verdict::Degraded: return Text::tr("Degraded");
    case Verdict::VipMismatch: return Text::tr("Addresses do not fit");
    case Verdict::NoMaster: return Text::tr("No master");
    case Verdict::SplitBrain: return Text::tr("Split brain");
    }
    return {};
}

} // namespace twinhelm::desk
