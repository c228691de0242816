#include "common/config/validate/catalogue.h"

namespace twinhelm::config
{

namespace
{

struct Surroundings {
    std::string_view before;
    std::string_view after;
};

// Written for people to read, with keywords as they stand in a file: the house rule about keyword literals is about
// code that acts on them.
Surroundings surroundings(Place place)
{
    switch (place) {
    case Place::File: return {};
    case Place::Global: return {"global_defs {\n", "}\n"};
    case Place::Instance:
        return {"vrrp_instance VI_1 {\n"
                "    interface eth0\n"
                "    virtual_router_id 51\n"
                "    virtual_ipaddress {\n"
                "        10.0.0.3/24\n"
                "    }\n",
                "}\n"};
    case Place::Script:
        return {"global_defs {\n"
                "    enable_script_security\n"
                "}\n"
                "vrrp_script chk {\n",
                "}\n"
                "vrrp_instance VI_1 {\n"
                "    interface eth0\n"
                "    virtual_router_id 51\n"
                "    virtual_ipaddress {\n"
                "        10.0.0.3/24\n"
                "    }\n"
                "    track_script {\n"
                "        chk\n"
                "    }\n"
                "}\n"};
    case Place::Service:
        return {"virtual_server 10.0.0.3 80 {\n"
                "    lb_algo rr\n"
                "    lb_kind NAT\n"
                "    protocol TCP\n"
                "    real_server 10.0.0.7 80 {\n"
                "        TCP_CHECK {\n"
                "        }\n"
                "    }\n",
                "}\n"};
    case Place::Server:
        return {"virtual_server 10.0.0.3 80 {\n"
                "    lb_algo rr\n"
                "    lb_kind NAT\n"
                "    protocol TCP\n"
                "    real_server 10.0.0.7 80 {\n",
                "    }\n"
                "}\n"};
    }
    return {};
}

} // namespace

std::string exampleFile(const CatalogueEntry &entry, std::string_view example)
{
    const auto [before, after] = surroundings(entry.place);
    std::string out(before);
    out += example;
    if (!example.ends_with('\n'))
        out += '\n';
    return out.append(after);
}

} // namespace twinhelm::config
