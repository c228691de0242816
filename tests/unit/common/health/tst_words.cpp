#include <QtTest>

#include "common/health/words.h"

using namespace twinhelm;
using namespace twinhelm::health;
using namespace std::chrono_literals;

class TestWords : public QObject
{
    Q_OBJECT

private slots:
    void endpoints()
    {
        Endpoint endpoint;
        endpoint.address = *IpAddress::parse("10.0.0.7");
        endpoint.port = 80;
        QCOMPARE(toString(endpoint), std::string("10.0.0.7:80"));
        endpoint.address = *IpAddress::parse("fd00::7");
        QCOMPARE(toString(endpoint), std::string("[fd00::7]:80"));
    }

    void codes()
    {
        QCOMPARE(toString(std::vector<Codes>{{200, 299}}), std::string("200-299"));
        QCOMPARE(toString(std::vector<Codes>{{200, 204}, {404, 404}}), std::string("200-204 or 404"));
    }

    void times()
    {
        QCOMPARE(lasting(400us), std::string("0.4 ms"));
        QCOMPARE(after(12ms), std::string("after 12 ms"));
        QCOMPARE(lasting(3200ms), std::string("3.2 s"));
    }

    void whatCameFromElsewhere()
    {
        QCOMPARE(shown("220 mail\r\n"), std::string("220 mail"));
        QCOMPARE(shown("\x1b[31mred\x1b[0m"), std::string("[31mred [0m"));
        QCOMPARE(shown("abcdef", 3), std::string("abc..."));
    }
};

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
