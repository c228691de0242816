#include <QtTest>

#include "common/health/http_request.h"

using namespace twinhelm;
using namespace twinhelm::health;

class TestHttpRequest : public QObject
{
    Q_OBJECT

private slots:
    /// As keepalived 2.2.7 sends it.
    void asKeepalived()
    {
        Endpoint endpoint;
        endpoint.address = *IpAddress::parse("10.0.0.7");
        endpoint.port = 80;
        Url url;
        url.path = "/status";
        HttpProbe probe;
        QCOMPARE(httpRequest(probe, url, endpoint),
                 std::string("GET /status HTTP/1.0\r\nUser-Agent: KeepAliveClient\r\nHost: 10.0.0.7:80\r\n\r\n"));
        probe.closeHeader = true;
        QVERIFY(httpRequest(probe, url, endpoint).find("HTTP/1.0\r\n") != std::string::npos);
        QVERIFY(httpRequest(probe, url, endpoint).find("\r\nConnection: close\r\n") != std::string::npos);
        probe.closeHeader = false;
        probe.minorVersion = 1;
        url.virtualHost = "www.example.com";
        QCOMPARE(httpRequest(probe, url, endpoint),
                 std::string("GET /status HTTP/1.1\r\nUser-Agent: KeepAliveClient\r\nConnection: close\r\n"
                             "Host: www.example.com\r\n\r\n"));
    }

    void v6IsBracketed()
    {
        Endpoint endpoint;
        endpoint.address = *IpAddress::parse("fd00::7");
        endpoint.port = 8080;
        Url url;
        url.path = "/";
        QVERIFY(httpRequest({}, url, endpoint).find("Host: [fd00::7]:8080\r\n") != std::string::npos);
    }

    void nothingAddsLines()
    {
        Url url;
        url.path = "/x HTTP/1.0\r\nEvil: yes\r\n";
        url.virtualHost = "a\r\nEvil: yes";
        QVERIFY(httpRequest({}, url, {}).find("\nEvil") == std::string::npos);
    }

    void serverNames()
    {
        HttpProbe probe;
        Url url;
        url.virtualHost = "www.example.com:8443";
        QCOMPARE(serverName(probe, url), std::string());
        probe.sni = true;
        QCOMPARE(serverName(probe, url), std::string("www.example.com"));
        probe.sniName = "inner.example.com";
        QCOMPARE(serverName(probe, url), std::string("inner.example.com"));
        probe.sniName = "10.0.0.7"; // no name
        QCOMPARE(serverName(probe, url), std::string());
        probe.sniName = "fd00::7";
        QCOMPARE(serverName(probe, url), std::string());
    }
};

QTEST_APPLESS_MAIN(TestHttpRequest)
#include "tst_http_request.moc"
