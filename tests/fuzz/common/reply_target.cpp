#include <algorithm>
#include <string>

#include "common/health/dns_message.h"
#include "common/health/http_judge.h"
#include "common/health/icmp_echo.h"
#include "common/health/smtp_reply.h"
#include "common/health/udp_reply.h"
#include "tests/fuzz/common/targets.h"
#include "tests/fuzz/promise.h"

namespace twinhelm::fuzz
{

namespace
{

struct Sink final : health::HttpBodySink {
    void onWire(std::string_view bytes) override { wire += bytes; }
    void onContent(std::string_view bytes) override { content += bytes; }
    std::string wire;
    std::string content;
};

struct Http {
    health::HttpReply reply;
    Sink sink;
};

Http readHttp(std::string_view text, std::size_t size)
{
    Http out;
    while (!text.empty()) {
        out.reply.feed(text.substr(0, size), out.sink);
        text.remove_prefix(std::min(size, text.size()));
    }
    out.reply.end();
    return out;
}

void tryHttp(std::string_view input)
{
    const auto whole = readHttp(input, input.size());
    const auto pieces = readHttp(input, 1);
    promise(whole.reply.state() == pieces.reply.state(), "a reply reads the same in pieces");
    promise(whole.sink.content == pieces.sink.content, "a page is the same in pieces");
    promise(whole.reply.status() == pieces.reply.status(), "a status is the same in pieces");
    promise(whole.reply.received() == whole.sink.content.size(), "what was received is counted");
    promise(whole.sink.wire.size() >= whole.sink.content.size(), "chunks only add to a page");
    promise(whole.reply.fault().empty() == (whole.reply.state() != health::HttpReply::State::NotHttp &&
                                            whole.reply.state() != health::HttpReply::State::TooLong),
            "what is refused has a reason");
    if (!whole.reply.cutShort() && whole.reply.announced() && whole.reply.state() == health::HttpReply::State::Done)
        promise(*whole.reply.announced() == whole.reply.received(), "a whole page has its length");
    health::Url url;
    url.digest = "00000000000000000000000000000000";
    url.regex.emplace().pattern = "(a|b)*c$";
    url.regex->options = {"utf", "multiline"};
    static const auto pattern = health::Pattern::compile(*url.regex).value();
    health::HttpJudge judge(url, pattern);
    auto verdict = judge.feed(input);
    if (!verdict)
        verdict = judge.end();
    promise(!verdict->text.empty(), "a verdict has words");
    promise(verdict->reason != health::Reason::Answered, "no page has this digest");
}

/// The first line is a pattern, the rest a page.
void tryPattern(std::string_view input)
{
    const auto newline = std::min(input.find('\n'), input.size());
    health::Regex regex;
    regex.pattern = input.substr(0, std::min<std::size_t>(newline, 60));
    const auto page = input.substr(std::min(newline + 1, input.size()));
    const auto pattern = health::Pattern::compile(regex);
    if (!pattern) {
        promise(pattern.error().offset <= regex.pattern.size(), "a fault lies in the pattern");
        return;
    }
    health::PatternSearch search(*pattern, regex);
    for (std::size_t at = 0; at < page.size(); at += 512)
        search.feed(page.substr(at, 512));
    search.end();
    promise(search.found() != health::PatternSearch::Found::NotYet, "the end decides");
    promise(search.found() != health::PatternSearch::Found::Yes || search.offset() <= page.size(),
            "a match lies in the page");
}

void trySmtp(std::string_view input)
{
    health::SmtpReply whole;
    std::size_t taken = 0;
    whole.feed(input, taken);
    promise(taken <= input.size(), "no more is taken than there is");
    promise(whole.state() != health::SmtpReply::State::Done || (whole.code() >= 100 && whole.code() <= 999),
            "a reply has a code");
    health::SmtpReply pieces;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < input.size() && pieces.state() == health::SmtpReply::State::More; ++i) {
        std::size_t one = 0;
        pieces.feed(input.substr(i, 1), one);
        sum += one;
    }
    promise(pieces.state() == whole.state() && sum == taken, "a reply reads the same in pieces");
}

void tryDatagrams(std::string_view input)
{
    const health::DnsQuestion question{0x1234, "example.com", 6};
    const auto reading = health::readDnsReply(input, question);
    promise(reading.code < 16, "RCODE has four bits");
    promise(!toString(reading.kind).empty(), "a reading has a name");
    if (const auto query = health::encodeDnsQuery({1, std::string(input.substr(0, 300)), 1})) {
        promise(query->size() <= 12 + 255 + 4, "a query fits");
        promise(health::readDnsReply(*query, {1, std::string(input.substr(0, 300)), 1}).kind ==
                    health::DnsReading::Kind::Query,
                "a query is known as one");
    }
    const health::IcmpEcho echo{false, 7, 9, "token"};
    for (const bool header : {false, true})
        (void)health::readEcho(input, echo, header, !header);
    health::UdpProbe udp;
    udp.reply = input.substr(0, input.size() / 2);
    udp.replyMask = input.substr(input.size() / 2);
    udp.mostReply = 65535;
    promise(health::replyMatches(udp, udp.reply), "a pattern matches itself");
}

} // namespace

void replyTarget(std::string_view input)
{
    if (input.empty())
        return;
    // A copy of exactly this size, so that a read beyond it is seen.
    const std::string copy(input.substr(1));
    const std::vector<char> bytes(copy.begin(), copy.end());
    const std::string_view text(bytes.data(), bytes.size());
    switch (input.front()) {
    case 'h': return tryHttp(text);
    case 'p': return tryPattern(text);
    case 's': return trySmtp(text);
    default: return tryDatagrams(text);
    }
}

} // namespace twinhelm::fuzz
