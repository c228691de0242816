#include <QtTest>

#include <boost/asio.hpp>
#include <boost/json.hpp>

#include <sys/socket.h>

#include "agent/process/channel.h"
#include "agent/process/commands.h"

using namespace twinhelm;
using namespace twinhelm::agent;
namespace json = boost::json;

class tst_Channel : public QObject
{
    Q_OBJECT

private slots:
    void messagesArriveInOrder();
    void aReplyFindsItsRequest();
    void aBrokenLineClosesTheChannel();
    void theOtherEndGoesAway();
    void anOpenRequestIsRefusedWhenTheOtherEndGoesAway();
    void onlyTheNewestWaitingStateIsKept();
    void anotherOwnerGoesOnInTheMiddleOfALine();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
    void refusalsTravel();

private:
    struct Pair {
        boost::asio::io_context io;
        Channel left;
        Channel right;

        Pair() : Pair(*Channel::makePair()) {}
        explicit Pair(std::pair<ChannelFd, ChannelFd> ends)
            : left(io, std::move(ends.first)), right(io, std::move(ends.second))
        {
        }
    };
};

void tst_Channel::messagesArriveInOrder()
{
    Pair pair;
    std::vector<std::string> seen;
    pair.right.start(
        [&](const Message &message) {
            seen.push_back(encodeMessage(message));
            if (seen.size() == 2)
                pair.io.stop();
        },
        [](const std::string &) {});
    pair.left.send({MessageKind::Event, 1, json::object{{"text", "line\nbreak"}}});
    pair.left.send({MessageKind::Command, 2, json::object{}});
    pair.io.run();
    QCOMPARE(seen.size(), std::size_t{2});
    QCOMPARE(seen[0], std::string(R"({"kind":"event","id":1,"body":{"text":"line\nbreak"}})"));
    QCOMPARE(seen[1], std::string(R"({"kind":"command","id":2,"body":{}})"));
}

void tst_Channel::aReplyFindsItsRequest()
{
    Pair pair;
    pair.right.start(
        [&](const Message &message) {
            QCOMPARE(commandOf(message.body), std::string("handover"));
            QCOMPARE(instanceOf(message.body), std::string("VI_1"));
            pair.right.send({MessageKind::Reply, message.id, okReply()});
        },
        [](const std::string &) {});
    pair.left.start([](const Message &) { QFAIL("a reply is not a message"); }, [](const std::string &) {});
    bool answered = false;
    pair.left.request(makeCommand(command::handover, "VI_1"), [&](const json::value &body) {
        answered = replyResult(body).has_value();
        pair.io.stop();
    });
    pair.io.run();
    QVERIFY(answered);
}

void tst_Channel::aBrokenLineClosesTheChannel()
{
    auto ends = Channel::makePair();
    boost::asio::io_context io;
    Channel channel(io, std::move(ends->first));
    std::string why;
    channel.start([](const Message &) { QFAIL("nothing to deliver"); }, [&](const std::string &text) { why = text; });
    QCOMPARE(::send(ends->second.get(), "{\"kind\":7}\n", 11, 0), ssize_t{11});
    io.run();
    QVERIFY(!why.empty());
}

void tst_Channel::theOtherEndGoesAway()
{
    auto ends = Channel::makePair();
    boost::asio::io_context io;
    Channel channel(io, std::move(ends->first));
    int closed = 0;
    channel.start([](const Message &) {}, [&](const std::string &) { ++closed; });
    ends->second.reset();
    io.run();
    QCOMPARE(closed, 1);
}

void tst_Channel::anOpenRequestIsRefusedWhenTheOtherEndGoesAway()
{
    auto ends = Channel::makePair();
    boost::asio::io_context io;
    Channel channel(io, std::move(ends->first));
    channel.start([](const Message &) {}, [](const std::string &) {});
    std::string code;
    channel.request(makeCommand(command::reload),
                    [&](const json::value &body) { code = replyResult(body).error().code; });
    ends->second.reset();
    io.run();
    QCOMPARE(code, std::string("A0186"));
}

void tst_Channel::onlyTheNewestWaitingStateIsKept()
{
    Pair pair;
    std::vector<std::int64_t> seen;
    pair.right.start(
        [&](const Message &message) {
            seen.push_back(message.body.as_int64());
            if (seen.back() == 99)
                pair.io.stop();
        },
        [](const std::string &) {});
    for (std::int64_t i = 0; i < 100; ++i)
        pair.left.send({MessageKind::State, 0, i});
    pair.io.run();
    QCOMPARE(seen.size(), std::size_t{2});
    QCOMPARE(seen.front(), std::int64_t{0});
    QCOMPARE(seen.back(), std::int64_t{99});
}

/// A whole line and half of the next have come, and one is still to be sent, when the socket changes hands.
void tst_Channel::anotherOwnerGoesOnInTheMiddleOfALine()
{
    boost::asio::io_context io;
    auto ends = *Channel::makePair();
    const auto peer = std::move(ends.second);
    const std::string first = R"({"kind":"event","id":1,"body":{}})";
    const std::string second = R"({"kind":"event","id":2,"body":{"text":"\u00e4"}})";
    Channel old(io, std::move(ends.first));
    old.start([](const Message &) { QFAIL("it is for the next owner"); },
              [](const std::string &why) { QFAIL(why.c_str()); });
    QVERIFY(old.settled());
    std::optional<Channel::Detached> left;
    old.detach([&](Channel::Detached what) {
        left = std::move(what);
        io.stop();
    });
    old.send({MessageKind::Event, 7, json::object{}});
    QVERIFY(!old.settled());
    const auto half = first + '\n' + second.substr(0, 20);
    QCOMPARE(::send(peer.get(), half.data(), half.size(), 0), ssize_t(half.size()));
    io.run();
    QVERIFY(left);
    QVERIFY(!left->unsent.empty());

    const auto rest = second.substr(20) + '\n';
    QCOMPARE(::send(peer.get(), rest.data(), rest.size(), 0), ssize_t(rest.size()));
    io.restart();
    std::vector<std::uint64_t> seen;
    Channel next(io, std::move(*left));
    next.start(
        [&](const Message &message) {
            seen.push_back(message.id);
            if (seen.size() == 2)
                io.stop();
        },
        [](const std::string &why) { QFAIL(why.c_str()); });
    io.run();
    QVERIFY((seen == std::vector<std::uint64_t>{1, 2}));
    io.restart();
    while (!next.idle())
        io.run_one();
    std::string sent(200, '\0');
    sent.resize(std::size_t(::recv(peer.get(), sent.data(), sent.size(), 0)));
    QCOMPARE(sent, std::string("{\"kind\":\"event\",\"id\":7,\"body\":{}}\n"));
}

void tst_Channel::nonsenseIsRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"", "{", "[]", "{}", R"({"kind":"state","id":1})", R"({"kind":"gossip","id":1,"body":{}})",
                             R"({"kind":"state","id":"x","body":{}})", R"({"kind":"state","id":-1,"body":{}})"})
        QTest::addRow("%s", line) << QByteArray(line);
}

void tst_Channel::nonsenseIsRefused()
{
    QFETCH(QByteArray, line);
    const auto message = decodeMessage(line.toStdString());
    QVERIFY(!message);
    QCOMPARE(message.error().code, std::string("A0181"));
}

void tst_Channel::refusalsTravel()
{
    const Error error{"A0201", "there is no instance VI_9", "ask for one of: VI_1"};
    const auto back = replyResult(refusalReply(error));
    QVERIFY(!back);
    QCOMPARE(back.error(), error);
    QCOMPARE(replyResult(json::value("what")).error().code, std::string("A0183"));
}

QTEST_GUILESS_MAIN(tst_Channel)
#include "tst_channel.moc"
