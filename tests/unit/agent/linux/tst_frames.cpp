#include <QtTest>

#include "agent/linux/announce_frames.h"

using namespace twinhelm;
using namespace twinhelm::agent;

namespace
{

constexpr MacAddress mac{0x02, 0x11, 0x22, 0x33, 0x44, 0x55};

QByteArray hex(const Frame &frame)
{
    return QByteArray(reinterpret_cast<const char *>(frame.data()), static_cast<int>(frame.size())).toHex();
}

} // namespace

class tst_Frames : public QObject
{
    Q_OBJECT

private slots:
    void gratuitousArpIsABroadcastRequestForItself();
    void unsolicitedAdvertisementOverrides();
};

void tst_Frames::gratuitousArpIsABroadcastRequestForItself()
{
    QCOMPARE(hex(announcement(mac, *IpAddress::parse("10.0.0.3"))), QByteArray("ffffffffffff"
                                                                               "021122334455"
                                                                               "0806"
                                                                               "0001"
                                                                               "0800"
                                                                               "06"
                                                                               "04"
                                                                               "0001"
                                                                               "021122334455"
                                                                               "0a000003"
                                                                               "ffffffffffff"
                                                                               "0a000003"));
}

void tst_Frames::unsolicitedAdvertisementOverrides()
{
    const auto frame = announcement(mac, *IpAddress::parse("fd00::3"));
    const QByteArray text = hex(frame);
    QVERIFY(text.startsWith("333300000001"
                            "021122334455"
                            "86dd"
                            "60000000"
                            "0020"
                            "3a"
                            "ff"
                            "fd000000000000000000000000000003"
                            "ff020000000000000000000000000001"
                            "8800"));
    QVERIFY(text.endsWith("20000000"
                          "fd000000000000000000000000000003"
                          "0201"
                          "021122334455"));
    // The sum over pseudo header and message, checksum included, is all ones.
    std::uint32_t sum = 0x20 + 58;
    for (std::size_t i = 22; i + 1 < frame.size(); i += 2)
        sum += std::uint32_t{frame[i]} << 8U | frame[i + 1];
    while (sum >> 16U != 0)
        sum = (sum & 0xffffU) + (sum >> 16U);
    QCOMPARE(sum, 0xffffU);
}

QTEST_GUILESS_MAIN(tst_Frames)
#include "tst_frames.moc"
