#pragma once

/// The grid of the window. Every distance is a multiple of 4, most are 8; sizes are device-independent pixels.
namespace twinhelm::desk::metrics
{

inline constexpr int half = 4;
inline constexpr int unit = 8;
inline constexpr int gap = 16;    ///< between groups, and inside cards
inline constexpr int margin = 24; ///< around pages and dialogs
inline constexpr int icon = 16;
inline constexpr int lamp = 14;
inline constexpr int rowHeight = 36;
inline constexpr int control = 34; ///< least height of buttons and fields

} // namespace twinhelm::desk::metrics
