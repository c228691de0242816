#include "agent/linux/firewall.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

#include <libmnl/libmnl.h>
#include <libnftnl/batch.h>
#include <libnftnl/chain.h>
#include <libnftnl/common.h>
#include <libnftnl/expr.h>
#include <libnftnl/rule.h>
#include <libnftnl/set.h>
#include <libnftnl/table.h>
#include <linux/netfilter.h>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nfnetlink.h>
#include <sys/socket.h>

#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

namespace
{

constexpr const char *vips = "vips";
constexpr const char *linkLocalVips = "vips_link_local";
constexpr const char *in = "in";
constexpr const char *out = "out";
/// Before the administrator's own filter chains, as keepalived's.
constexpr std::int32_t priority = -1;
constexpr std::uint32_t addressOffsetV4[] = {16, 12}; // destination, source
constexpr std::uint32_t addressOffsetV6[] = {24, 8};
// nft's numbers for the types of keys, so that `nft list` can show them.
constexpr std::uint32_t typeV4 = 7;
constexpr std::uint32_t typeV6 = 8;
constexpr std::uint32_t typeIndex = 22;
constexpr std::uint32_t typeBits = 6;
constexpr std::uint8_t neighbourSolicitation = 135;
constexpr std::uint8_t neighbourAdvertisement = 136;
// Upper bounds of what a batch takes: everything but elements, and each of these.
constexpr std::size_t framework = std::size_t{16} << 10U;
constexpr std::size_t elementBytes = 512;

template<typename T, void (*release)(const T *)>
struct Release {
    void operator()(T *object) const { release(object); }
};
using Table = std::unique_ptr<nftnl_table, Release<nftnl_table, nftnl_table_free>>;
using Chain = std::unique_ptr<nftnl_chain, Release<nftnl_chain, nftnl_chain_free>>;
using Rule = std::unique_ptr<nftnl_rule, Release<nftnl_rule, nftnl_rule_free>>;
using Set = std::unique_ptr<nftnl_set, Release<nftnl_set, nftnl_set_free>>;

std::uint16_t familyOf(Family family)
{
    return family == Family::IPv4 ? NFPROTO_IPV4 : NFPROTO_IPV6;
}

nftnl_expr *expression(nftnl_rule *rule, const char *name)
{
    nftnl_expr *one = nftnl_expr_alloc(name);
    if (one == nullptr)
        throw std::bad_alloc();
    nftnl_rule_add_expr(rule, one);
    return one;
}

void loadPayload(nftnl_rule *rule, std::uint32_t base, std::uint32_t offset, std::uint32_t length, std::uint32_t target)
{
    auto *one = expression(rule, "payload");
    nftnl_expr_set_u32(one, NFTNL_EXPR_PAYLOAD_BASE, base);
    nftnl_expr_set_u32(one, NFTNL_EXPR_PAYLOAD_OFFSET, offset);
    nftnl_expr_set_u32(one, NFTNL_EXPR_PAYLOAD_LEN, length);
    nftnl_expr_set_u32(one, NFTNL_EXPR_PAYLOAD_DREG, target);
}

void loadMeta(nftnl_rule *rule, std::uint32_t key, std::uint32_t target)
{
    auto *one = expression(rule, "meta");
    nftnl_expr_set_u32(one, NFTNL_EXPR_META_KEY, key);
    nftnl_expr_set_u32(one, NFTNL_EXPR_META_DREG, target);
}

void compare(nftnl_rule *rule, std::uint8_t value)
{
    auto *one = expression(rule, "cmp");
    nftnl_expr_set_u32(one, NFTNL_EXPR_CMP_SREG, NFT_REG_1);
    nftnl_expr_set_u32(one, NFTNL_EXPR_CMP_OP, NFT_CMP_EQ);
    nftnl_expr_set(one, NFTNL_EXPR_CMP_DATA, &value, sizeof value);
}

void lookUp(nftnl_rule *rule, const char *set)
{
    auto *one = expression(rule, "lookup");
    nftnl_expr_set_u32(one, NFTNL_EXPR_LOOKUP_SREG, NFT_REG_1);
    nftnl_expr_set_str(one, NFTNL_EXPR_LOOKUP_SET, set);
}

void decide(nftnl_rule *rule, std::uint32_t verdict)
{
    auto *one = expression(rule, "immediate");
    nftnl_expr_set_u32(one, NFTNL_EXPR_IMM_DREG, NFT_REG_VERDICT);
    nftnl_expr_set_u32(one, NFTNL_EXPR_IMM_VERDICT, verdict);
}

} // namespace

/// One batch: all of it happens, or nothing does.
class Firewall::Transaction
{
public:
    explicit Transaction(std::size_t elements) : buffer_(2 * (framework + elements * elementBytes))
    {
        batch_ = mnl_nlmsg_batch_start(buffer_.data(), buffer_.size() / 2);
        nftnl_batch_begin(current(), sequence_++);
        mnl_nlmsg_batch_next(batch_);
    }
    ~Transaction() { mnl_nlmsg_batch_stop(batch_); }
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void table(const char *name, Family family, std::uint16_t type)
    {
        const Table object(nftnl_table_alloc());
        nftnl_table_set_str(object.get(), NFTNL_TABLE_NAME, name);
        nftnl_table_set_u32(object.get(), NFTNL_TABLE_FAMILY, familyOf(family));
        nftnl_table_nlmsg_build_payload(header(type, family, 0), object.get());
        mnl_nlmsg_batch_next(batch_);
    }
    void chain(const char *table, Family family, const char *name, std::uint32_t hook)
    {
        const Chain object(nftnl_chain_alloc());
        nftnl_chain_set_str(object.get(), NFTNL_CHAIN_TABLE, table);
        nftnl_chain_set_str(object.get(), NFTNL_CHAIN_NAME, name);
        nftnl_chain_set_str(object.get(), NFTNL_CHAIN_TYPE, "filter");
        nftnl_chain_set_u32(object.get(), NFTNL_CHAIN_HOOKNUM, hook);
        nftnl_chain_set_s32(object.get(), NFTNL_CHAIN_PRIO, priority);
        nftnl_chain_set_u32(object.get(), NFTNL_CHAIN_POLICY, NF_ACCEPT);
        nftnl_chain_nlmsg_build_payload(header(NFT_MSG_NEWCHAIN, family, NLM_F_CREATE), object.get());
        mnl_nlmsg_batch_next(batch_);
    }
    void set(const char *table, Family family, const char *name, std::uint32_t type, std::uint32_t length)
    {
        const Set object(nftnl_set_alloc());
        nftnl_set_set_str(object.get(), NFTNL_SET_TABLE, table);
        nftnl_set_set_str(object.get(), NFTNL_SET_NAME, name);
        nftnl_set_set_u32(object.get(), NFTNL_SET_FAMILY, familyOf(family));
        nftnl_set_set_u32(object.get(), NFTNL_SET_KEY_TYPE, type);
        nftnl_set_set_u32(object.get(), NFTNL_SET_KEY_LEN, length);
        nftnl_set_set_u32(object.get(), NFTNL_SET_ID, ++sets_);
        nftnl_set_nlmsg_build_payload(header(NFT_MSG_NEWSET, family, NLM_F_CREATE), object.get());
        mnl_nlmsg_batch_next(batch_);
    }
    void rule(const char *table, Family family, const char *chain, Rule object)
    {
        nftnl_rule_set_str(object.get(), NFTNL_RULE_TABLE, table);
        nftnl_rule_set_str(object.get(), NFTNL_RULE_CHAIN, chain);
        nftnl_rule_nlmsg_build_payload(header(NFT_MSG_NEWRULE, family, NLM_F_CREATE | NLM_F_APPEND), object.get());
        mnl_nlmsg_batch_next(batch_);
    }
    void element(const char *table, const Address &one, bool adding)
    {
        const bool local = one.interfaceIndex != 0;
        const auto family = one.address.family();
        const Set object(nftnl_set_alloc());
        nftnl_set_set_str(object.get(), NFTNL_SET_TABLE, table);
        nftnl_set_set_str(object.get(), NFTNL_SET_NAME, local ? linkLocalVips : vips);
        nftnl_set_elem *element = nftnl_set_elem_alloc();
        std::array<std::uint8_t, 20> key{};
        std::memcpy(key.data(), one.address.bytes().data(), one.address.size());
        std::memcpy(key.data() + 16, &one.interfaceIndex, sizeof one.interfaceIndex);
        nftnl_set_elem_set(element, NFTNL_SET_ELEM_KEY, key.data(),
                           local ? 20 : static_cast<std::uint32_t>(one.address.size()));
        nftnl_set_elem_add(object.get(), element);
        nftnl_set_elems_nlmsg_build_payload(
            header(adding ? NFT_MSG_NEWSETELEM : NFT_MSG_DELSETELEM, family, adding ? NLM_F_CREATE : 0), object.get());
        mnl_nlmsg_batch_next(batch_);
    }

    /// 0, or the errno of the first request that failed.
    [[nodiscard]] int commit()
    {
        nftnl_batch_end(current(), sequence_++);
        mnl_nlmsg_batch_next(batch_);
        const FileDescriptor fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_NETFILTER));
        if (!fd.valid())
            return errno;
        const int bytes = static_cast<int>(buffer_.size());
        (void)::setsockopt(fd.get(), SOL_SOCKET, SO_SNDBUFFORCE, &bytes, sizeof bytes);
        if (::send(fd.get(), mnl_nlmsg_batch_head(batch_), mnl_nlmsg_batch_size(batch_), 0) < 0)
            return errno;
        // Only failures answer; all of them wait by now.
        std::vector<char> answers(std::size_t{1} << 16U);
        while (true) {
            const ssize_t got = ::recv(fd.get(), answers.data(), answers.size(), 0);
            if (got < 0)
                return errno == EAGAIN ? 0 : errno;
            const auto *header = reinterpret_cast<const nlmsghdr *>(answers.data());
            for (int left = static_cast<int>(got); mnl_nlmsg_ok(header, left); header = mnl_nlmsg_next(header, &left)) {
                if (header->nlmsg_type != NLMSG_ERROR)
                    continue;
                const auto *error = static_cast<const nlmsgerr *>(mnl_nlmsg_get_payload(header));
                if (error->error != 0)
                    return -error->error;
            }
        }
    }

private:
    char *current() { return static_cast<char *>(mnl_nlmsg_batch_current(batch_)); }
    nlmsghdr *header(std::uint16_t type, Family family, std::uint16_t flags)
    {
        return nftnl_nlmsg_build_hdr(current(), type, familyOf(family), flags, sequence_++);
    }

    std::vector<char> buffer_;
    mnl_nlmsg_batch *batch_ = nullptr;
    std::uint32_t sequence_ = 1;
    std::uint32_t sets_ = 0;
};

Firewall::~Firewall() = default;

std::string Firewall::block(std::span<const Address> addresses)
{
    auto v4 = change(Family::IPv4, addresses, true);
    auto v6 = change(Family::IPv6, addresses, true);
    return v4.empty() ? v6 : v4;
}

std::string Firewall::unblock(std::span<const Address> addresses)
{
    auto v4 = change(Family::IPv4, addresses, false);
    auto v6 = change(Family::IPv6, addresses, false);
    return v4.empty() ? v6 : v4;
}

std::string Firewall::change(Family family, std::span<const Address> addresses, bool adding)
{
    std::vector<Address> changed;
    for (const auto &one : addresses) {
        if (one.address.family() != family)
            continue;
        auto &count = blocked_[one];
        if (adding ? count++ == 0 : --count == 0)
            changed.push_back(one);
        if (count <= 0)
            blocked_.erase(one);
    }
    if (changed.empty())
        return {};
    const bool first = made_.insert(family).second;
    int error = 0;
    if (!first) {
        Transaction transaction(changed.size());
        for (const auto &one : changed)
            transaction.element(table_.c_str(), one, adding);
        error = transaction.commit();
    }
    // The first time, and when somebody has flushed the rules: as it should be, in one go.
    if (first || error != 0) {
        Transaction transaction(blocked_.size());
        build(transaction, family);
        error = transaction.commit();
    }
    if (error == 0)
        return {};
    made_.erase(family);
    return "nftables table " + table_ + ": " + errorText(error);
}

void Firewall::build(Transaction &transaction, Family family) const
{
    const bool v6 = family == Family::IPv6;
    const char *table = table_.c_str();
    // Removal needs a table to be there.
    transaction.table(table, family, NFT_MSG_NEWTABLE);
    transaction.table(table, family, NFT_MSG_DELTABLE);
    transaction.table(table, family, NFT_MSG_NEWTABLE);
    transaction.set(table, family, vips, v6 ? typeV6 : typeV4, v6 ? 16 : 4);
    if (v6)
        transaction.set(table, family, linkLocalVips, typeV6 << typeBits | typeIndex, 20);
    for (const bool incoming : {true, false}) {
        const char *chain = incoming ? in : out;
        transaction.chain(table, family, chain, incoming ? NF_INET_LOCAL_IN : NF_INET_LOCAL_OUT);
        const auto offset = (v6 ? addressOffsetV6 : addressOffsetV4)[incoming ? 0 : 1];
        if (v6) {
            for (const auto type : {neighbourSolicitation, neighbourAdvertisement}) {
                Rule pass(nftnl_rule_alloc());
                loadMeta(pass.get(), NFT_META_L4PROTO, NFT_REG_1);
                compare(pass.get(), IPPROTO_ICMPV6);
                loadPayload(pass.get(), NFT_PAYLOAD_TRANSPORT_HEADER, 0, 1, NFT_REG_1);
                compare(pass.get(), type);
                decide(pass.get(), NF_ACCEPT);
                transaction.rule(table, family, chain, std::move(pass));
            }
            Rule local(nftnl_rule_alloc());
            loadPayload(local.get(), NFT_PAYLOAD_NETWORK_HEADER, offset, 16, NFT_REG_1);
            loadMeta(local.get(), incoming ? NFT_META_IIF : NFT_META_OIF, NFT_REG_2);
            lookUp(local.get(), linkLocalVips);
            decide(local.get(), NF_DROP);
            transaction.rule(table, family, chain, std::move(local));
        }
        Rule drop(nftnl_rule_alloc());
        loadPayload(drop.get(), NFT_PAYLOAD_NETWORK_HEADER, offset, v6 ? 16 : 4, NFT_REG_1);
        lookUp(drop.get(), vips);
        decide(drop.get(), NF_DROP);
        transaction.rule(table, family, chain, std::move(drop));
    }
    for (const auto &[one, count] : blocked_) {
        if (one.address.family() == family)
            transaction.element(table, one, true);
    }
}

void Firewall::removeTables()
{
    for (const auto family : {Family::IPv4, Family::IPv6}) {
        Transaction transaction(0);
        transaction.table(table_.c_str(), family, NFT_MSG_NEWTABLE);
        transaction.table(table_.c_str(), family, NFT_MSG_DELTABLE);
        (void)transaction.commit(); // a kernel without nftables has no table of ours
    }
    blocked_.clear();
    made_.clear();
}

} // namespace twinhelm::agent
