#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/health/http_reply.h"
#include "common/health/outcome.h"
#include "common/health/pattern.h"
#include "common/health/settings.h"

namespace twinhelm::health
{

/// Judges the reply to one url while it comes: status code, then MD5 digest, then regex, in keepalived's order.
/// A reply that ends before its announced length passes, as keepalived lets it (note() says so), unless its digest or
/// regex says otherwise. The digest of a chunked reply may be that of the page or that of the bytes with the sizes of
/// their chunks, which is what keepalived's genhash prints.
class HttpJudge
{
public:
    struct Verdict {
        Reason reason = Reason::Answered;
        std::string text; ///< goes on after "GET /path on 10.0.0.7:80": "answered 503, wanted 200-299"
    };
    static constexpr std::uint64_t mostBody = 16 * 1024 * 1024; ///< bytes; keepalived reads for ever

    /// `pattern` belongs to url.regex; both must outlive the judge.
    HttpJudge(const Url &url, std::shared_ptr<const Pattern> pattern);
    ~HttpJudge();
    HttpJudge(const HttpJudge &) = delete;
    HttpJudge &operator=(const HttpJudge &) = delete;

    /// Nothing while more must come.
    [[nodiscard]] std::optional<Verdict> feed(std::string_view bytes);
    /// The other end has closed.
    [[nodiscard]] Verdict end();
    [[nodiscard]] const HttpReply &reply() const { return reply_; }
    /// What is odd about a reply that passes; empty: nothing.
    [[nodiscard]] std::string note() const;

private:
    class Body;

    [[nodiscard]] Verdict ofWhole();
    [[nodiscard]] Verdict ofFault() const;
    [[nodiscard]] bool wantedStatus() const;
    [[nodiscard]] Verdict badStatus() const;

    const Url &url_;
    HttpReply reply_;
    std::unique_ptr<Body> body_;
};

} // namespace twinhelm::health
