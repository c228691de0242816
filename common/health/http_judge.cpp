#include "common/health/http_judge.h"

#include <algorithm>
#include <array>

#include <openssl/evp.h>

#include "common/health/words.h"

namespace twinhelm::health
{

namespace
{

class Md5
{
public:
    Md5() : context_(EVP_MD_CTX_new()) { good_ = context_ && EVP_DigestInit_ex(context_, EVP_md5(), nullptr) == 1; }
    ~Md5() { EVP_MD_CTX_free(context_); }
    Md5(const Md5 &) = delete;
    Md5 &operator=(const Md5 &) = delete;

    void add(std::string_view bytes) { good_ = good_ && EVP_DigestUpdate(context_, bytes.data(), bytes.size()) == 1; }

    /// Once, in lower case; empty where MD5 is forbidden (FIPS).
    [[nodiscard]] std::string hex()
    {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned size = 0;
        if (!good_ || EVP_DigestFinal_ex(context_, digest.data(), &size) != 1)
            return {};
        std::string out;
        for (unsigned i = 0; i < size; ++i) {
            out += "0123456789abcdef"[digest[i] >> 4U];
            out += "0123456789abcdef"[digest[i] & 15U];
        }
        return out;
    }

private:
    EVP_MD_CTX *context_;
    bool good_ = false;
};

bool sameHex(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return x == (y >= 'A' && y <= 'F' ? static_cast<char>(y - 'A' + 'a') : y);
    });
}

} // namespace

class HttpJudge::Body final : public HttpBodySink
{
public:
    Body(const Url &url, std::shared_ptr<const Pattern> pattern)
    {
        if (!url.digest.empty()) {
            page_.emplace();
            wire_.emplace();
        }
        if (url.regex && pattern)
            search_.emplace(std::move(pattern), *url.regex);
    }

    void onWire(std::string_view bytes) override
    {
        if (wire_)
            wire_->add(bytes);
    }
    void onContent(std::string_view bytes) override
    {
        if (page_)
            page_->add(bytes);
        if (search_)
            search_->feed(bytes);
    }

    std::optional<Md5> page_;
    std::optional<Md5> wire_; ///< differs from `page_` when there are chunks
    std::optional<PatternSearch> search_;
};

HttpJudge::HttpJudge(const Url &url, std::shared_ptr<const Pattern> pattern)
    : url_(url), body_(std::make_unique<Body>(url, std::move(pattern)))
{
}

HttpJudge::~HttpJudge() = default;

bool HttpJudge::wantedStatus() const
{
    const auto within = [&](const Codes &codes) {
        return reply_.status() >= codes.first && reply_.status() <= codes.last;
    };
    return url_.statusCodes.empty() ? within(Codes{})
                                    : std::any_of(url_.statusCodes.begin(), url_.statusCodes.end(), within);
}

HttpJudge::Verdict HttpJudge::badStatus() const
{
    auto text = "answered " + std::to_string(reply_.status()) + ", wanted " +
                (url_.statusCodes.empty() ? "200-299" : toString(url_.statusCodes));
    if (!reply_.location().empty() && reply_.status() / 100 == 3)
        text += "; it redirects to " + shown(reply_.location()) + ", and redirects are not followed";
    return {Reason::BadStatus, text};
}

std::optional<HttpJudge::Verdict> HttpJudge::feed(std::string_view bytes)
{
    const auto state = reply_.feed(bytes, *body_);
    if (state == HttpReply::State::NotHttp || state == HttpReply::State::TooLong)
        return ofFault();
    if (state == HttpReply::State::Head)
        return std::nullopt;
    if (!wantedStatus())
        return badStatus();
    if (state == HttpReply::State::Done)
        return ofWhole();
    if (reply_.received() > mostBody)
        return Verdict{Reason::TooMuch, "answered with more than " + std::to_string(mostBody / (1024 * 1024)) +
                                            " MiB, and nothing says when it ends"};
    return std::nullopt;
}

HttpJudge::Verdict HttpJudge::end()
{
    const auto state = reply_.end();
    if (state == HttpReply::State::Head)
        return {Reason::ClosedEarly, "closed the connection before its answer had begun or had a whole head"};
    if (state == HttpReply::State::NotHttp || state == HttpReply::State::TooLong)
        return ofFault();
    return wantedStatus() ? ofWhole() : badStatus();
}

HttpJudge::Verdict HttpJudge::ofFault() const
{
    if (reply_.state() == HttpReply::State::TooLong)
        return {Reason::TooMuch, "answered without end: " + reply_.fault()};
    return {Reason::NotUnderstood, "did not answer in HTTP: " + reply_.fault()};
}

HttpJudge::Verdict HttpJudge::ofWhole()
{
    const auto answered = "answered " + std::to_string(reply_.status());
    if (body_->page_) {
        const auto page = body_->page_->hex();
        const auto wire = body_->wire_->hex();
        if (page.empty())
            return {Reason::CannotRun, "cannot be judged: OpenSSL computes no MD5 here (FIPS mode?)"};
        if (!sameHex(page, url_.digest) && !sameHex(wire, url_.digest))
            return {Reason::BadDigest,
                    answered + " with a page whose MD5 is " + page + ", wanted " + shown(url_.digest) + note()};
    }
    if (url_.regex && body_->search_) {
        auto &search = *body_->search_;
        search.end();
        if (search.found() == PatternSearch::Found::TooHard)
            return {Reason::BadPattern, answered + ", but the regex takes too long on this page: write it without "
                                                   "nested repetitions"};
        const bool matches = search.found() == PatternSearch::Found::Yes;
        if (matches == url_.regex->noMatch)
            return {Reason::BadPattern, answered + " with a page of " + std::to_string(reply_.received()) +
                                            " bytes that " + (matches ? "matches" : "does not match") + " the regex" +
                                            note()};
    }
    return {Reason::Answered, answered + note()};
}

std::string HttpJudge::note() const
{
    if (!reply_.cutShort())
        return {};
    return reply_.announced() ? ", but closed after " + std::to_string(reply_.received()) + " of " +
                                    std::to_string(*reply_.announced()) + " bytes"
                              : ", but closed before its last chunk";
}

} // namespace twinhelm::health
