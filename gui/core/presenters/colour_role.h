#pragma once

#include "gui/core/live/verdict.h"

namespace twinhelm::desk
{

/// Meaning of a colour; the theme decides which colour it is.
enum class ColourRole { Neutral, Good, Active, Attention, Danger, Stale };

[[nodiscard]] ColourRole colourOf(Verdict verdict);
[[nodiscard]] ColourRole colourOf(Lamp lamp);
/// "All well", "Split brain", ... without the details.
[[nodiscard]] QString verdictTitle(Verdict verdict);

} // namespace twinhelm::desk
