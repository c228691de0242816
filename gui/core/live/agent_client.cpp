#include "gui/core/live/agent_client.h"

#include <algorithm>
#include <utility>

#include <QNetworkProxy>
#include <QUrl>

#include "common/wire/json.h"
#include "gui/core/base/qt_text.h"
#include "gui/core/live/agent_error.h"

namespace twinhelm::desk
{

namespace
{

constexpr int pollMs = 1000;
constexpr int requestTimeoutMs = 2500;
constexpr int streamTimeoutMs = 15000; // three of the agent's heartbeats
constexpr int firstHistory = 500;      // events asked for when none is known yet

QString instancePath(const QString &instance, const char *verb)
{
    return QStringLiteral("/v1/instances/%1/%2")
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(instance)), QString::fromLatin1(verb));
}

QString inWords(const Error &error)
{
    return error.mend.empty() ? toQt(error.what) : toQt(error.what) + QStringLiteral(" ") + toQt(error.mend);
}

} // namespace

AgentClient::AgentClient(AgentAddress address, Clock clock, QObject *parent)
    : NodeFeed(parent), address_(std::move(address)), clock_(std::move(clock))
{
    network_.setProxy(QNetworkProxy::NoProxy);
    network_.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    connect(&network_, &QNetworkAccessManager::sslErrors, this,
            [](QNetworkReply *reply, const QList<QSslError> &errors) { noteTlsErrors(*reply, errors); });
    for (auto *timer : {&poll_, &streamRetry_})
        timer->setSingleShot(true);
    connect(&poll_, &QTimer::timeout, this, &AgentClient::pollState);
    connect(&streamRetry_, &QTimer::timeout, this, &AgentClient::openStream);
    connect(&silence_, &QTimer::timeout, this, &AgentClient::checkSilence);
}

AgentClient::~AgentClient()
{
    dropConnections();
}

int AgentClient::backOffMs(int failures)
{
    return std::min(5000, 250 << std::clamp(failures - 1, 0, 5));
}

void AgentClient::setCredentials(const std::optional<AgentCredentials> &credentials)
{
    tls_.reset();
    if (credentials) {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_3OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        tls.setCaCertificates(credentials->authorities);
        tls.setLocalCertificate(credentials->certificate);
        tls.setPrivateKey(credentials->key);
        tls_ = tls;
    }
    if (running_) {
        stop();
        start();
    }
}

void AgentClient::start()
{
    if (running_)
        return;
    running_ = true;
    pollFailures_ = streamFailures_ = 0;
    silence_.start(500);
    poll_.start(0);
}

void AgentClient::stop()
{
    running_ = false;
    poll_.stop();
    streamRetry_.stop();
    silence_.stop();
    dropConnections();
    network_.clearConnectionCache();
}

void AgentClient::dropConnections()
{
    streamWanted_ = false;
    for (auto *reply : {std::exchange(stateReply_, nullptr).data(), std::exchange(stream_, nullptr).data()}) {
        if (!reply)
            continue;
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

QNetworkRequest AgentClient::request(const QString &path) const
{
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(address_.host);
    url.setPort(address_.port);
    url.setPath(path, QUrl::StrictMode);
    QNetworkRequest request(url);
    request.setSslConfiguration(*tls_);
    // Nodes are often reached by address; what counts is that the certificate is this node's.
    request.setPeerVerifyName(address_.node);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setTransferTimeout(requestTimeoutMs);
    return request;
}

void AgentClient::pollState()
{
    if (!running_)
        return;
    if (!tls_) {
        noteFailure(tr("%1 is not enrolled yet: this desk has no certificate for it.").arg(address_.node));
        poll_.start(backOffMs(pollFailures_));
        return;
    }
    if (stateReply_) {
        pollAgain_ = true;
        return;
    }
    pollAgain_ = false;
    stateReply_ = network_.get(request(QStringLiteral("/v1/state")));
    auto *reply = stateReply_.data();
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        stateReply_.clear();
        reply->deleteLater();
        onStateReply(*reply);
        poll_.start(pollAgain_ ? 0 : pollFailures_ > 0 ? backOffMs(pollFailures_) : pollMs);
    });
}

void AgentClient::onStateReply(QNetworkReply &reply)
{
    const auto body = reply.readAll();
    if (reply.error() == QNetworkReply::NoError)
        takeState(body);
    else
        noteFailure(inWords(agentError(address_, reply, body)));
}

void AgentClient::takeState(const QByteArray &body)
{
    auto state = wire::parseNodeState(view(body));
    if (!state) {
        noteFailure(
            tr("%1 sends a state that this desk cannot read: %2").arg(address_.label(), inWords(state.error())));
        return;
    }
    if (toQt(state->node) != address_.node) {
        noteFailure(tr("%1 says that it is node \"%2\".").arg(address_.label(), toQt(state->node)));
        return;
    }
    pollFailures_ = 0;
    live_.status = NodeStatus::Connected;
    live_.error.clear();
    live_.lastHeard = clock_();
    live_.state = std::move(*state);
    if (!streamWanted_) {
        streamWanted_ = true;
        openStream();
    }
    emit liveChanged();
}

void AgentClient::noteFailure(const QString &error)
{
    ++pollFailures_;
    const bool other = live_.error != error;
    live_.error = error;
    if (other)
        emit liveChanged();
}

void AgentClient::checkSilence()
{
    if (live_.status != NodeStatus::Connected || clock_().steadyMs - live_.lastHeard.steadyMs < silenceLimitMs)
        return;
    live_.status = NodeStatus::Unknown;
    if (live_.error.isEmpty())
        live_.error = tr("%1 fell silent.").arg(address_.label());
    emit liveChanged();
}

void AgentClient::openStream()
{
    if (!running_ || !tls_ || stream_)
        return;
    auto wanted = request(QStringLiteral("/v1/events"));
    if (lastEventId_ > 0) {
        wanted.setRawHeader("Last-Event-ID", QByteArray::number(lastEventId_));
    } else {
        auto url = wanted.url();
        url.setQuery(QStringLiteral("last=%1").arg(firstHistory));
        wanted.setUrl(url);
    }
    wanted.setTransferTimeout(streamTimeoutMs);
    wanted.setRawHeader("Accept", "text/event-stream");
    parser_ = SseParser();
    stream_ = network_.get(wanted);
    connect(stream_, &QNetworkReply::readyRead, this, &AgentClient::onStreamBytes);
    connect(stream_, &QNetworkReply::finished, this, &AgentClient::onStreamEnd);
}

void AgentClient::onStreamBytes()
{
    if (stream_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200)
        return; // a refusal, read when it is complete
    streamFailures_ = 0;
    const auto messages = parser_.feed(stream_->readAll());
    for (const auto &message : messages)
        takeMessage(message);
    if (parser_.overflowed() && stream_)
        stream_->abort();
}

void AgentClient::onStreamEnd()
{
    auto *reply = stream_.data();
    stream_.clear();
    reply->deleteLater();
    ++streamFailures_;
    streamRetry_.start(parser_.retryMs().value_or(backOffMs(streamFailures_)));
}

void AgentClient::takeMessage(const SseMessage &message)
{
    auto event = wire::parseEvent(view(message.data));
    if (!event || (event->id != 0 && event->id <= lastEventId_))
        return; // not an event of this version, or one we have
    // Without an id the agent speaks to this desk alone: its journal began anew, or no longer reaches back to where we
    // were. Then the ids that follow are the ones that count.
    if (event->id != 0)
        lastEventId_ = event->id;
    else if (event->kind == "journal.restarted")
        lastEventId_ = 0;
    if (event->time == 0)
        event->time = clock_().wall;
    emit eventReceived(address_.node, *event);
    if (stateReply_)
        pollAgain_ = true;
    else
        poll_.start(0);
}

void AgentClient::command(const QString &path, std::function<void(const Result<QByteArray> &)> done)
{
    if (!tls_) {
        done(fail("D0802", toStd(tr("%1 is not enrolled yet: this desk has no certificate for it.").arg(address_.node)),
                  toStd(tr("Enrol the node first."))));
        return;
    }
    auto wanted = request(path);
    wanted.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    wanted.setTransferTimeout(streamTimeoutMs);
    auto *reply = network_.post(wanted, QByteArrayLiteral("{}"));
    connect(reply, &QNetworkReply::finished, this, [this, reply, done = std::move(done)] {
        reply->deleteLater();
        const auto body = reply->readAll();
        if (running_)
            poll_.start(0);
        if (reply->error() == QNetworkReply::NoError)
            done(body);
        else
            done(tl::unexpected<Error>(agentError(address_, *reply, body)));
    });
}

void AgentClient::handover(const QString &instance, CommandDone done)
{
    command(instancePath(instance, "handover"), [done = std::move(done)](const auto &answer) {
        done(answer ? Result<void>() : Result<void>(tl::unexpected<Error>(answer.error())));
    });
}

void AgentClient::release(const QString &instance, CommandDone done)
{
    command(instancePath(instance, "release"), [done = std::move(done)](const auto &answer) {
        done(answer ? Result<void>() : Result<void>(tl::unexpected<Error>(answer.error())));
    });
}

void AgentClient::reload(ReloadDone done)
{
    command(QStringLiteral("/v1/reload"), [done = std::move(done)](const auto &answer) {
        if (answer)
            done(wire::parseCheckReport(view(*answer)));
        else
            done(tl::unexpected<Error>(answer.error()));
    });
}

} // namespace twinhelm::desk
