#include "agent/api/connection_table.h"

namespace twinhelm::api
{

ConnectionTable::Place ConnectionTable::take(const std::string &address)
{
    auto &here = byAddress_[address];
    if (size_ >= total_ || here >= perAddress_) {
        if (here == 0)
            byAddress_.erase(address);
        return nullptr;
    }
    ++here;
    ++size_;
    const auto giveUp = [this, address](void *) {
        --size_;
        if (--byAddress_[address] == 0)
            byAddress_.erase(address);
    };
    return {this, giveUp};
}

} // namespace twinhelm::api
