#include "common/vrrp/sentences.h"

namespace twinhelm::vrrp
{

std::string seconds(Duration duration)
{
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
    std::string text = std::to_string(millis / 1000);
    if (const auto rest = millis % 1000; rest != 0) {
        auto digits = std::to_string(1000 + rest).substr(1);
        digits.erase(digits.find_last_not_of('0') + 1);
        text += "." + digits;
    }
    return text + " s";
}

} // namespace twinhelm::vrrp
