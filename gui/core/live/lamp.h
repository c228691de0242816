#pragma once

#include <string_view>

#include <QString>

namespace twinhelm::desk
{

/// What a lamp says. Unknown and Connecting are never shown with the last known state's colour.
enum class Lamp { Unknown, Connecting, Init, Backup, Master, Fault, Stopped };

/// From the word of wire::InstanceState::state. An unknown word is Unknown.
[[nodiscard]] Lamp lampFromState(std::string_view state);
/// MASTER, BACKUP, ... as people in the field write them; translated for Unknown and Connecting.
[[nodiscard]] QString lampText(Lamp lamp);
/// "3 s", "2 min", "4 h", "5 d" for something that lasts or is this old.
[[nodiscard]] QString ageText(qint64 milliseconds);

} // namespace twinhelm::desk
