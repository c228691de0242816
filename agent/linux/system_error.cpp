#include "agent/linux/system_error.h"

#include <system_error>

namespace twinhelm::agent
{

std::string errorText(int error)
{
    return std::generic_category().message(error);
}

} // namespace twinhelm::agent
