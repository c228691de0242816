#include "gui/core/live/verdict.h"

#include <QtTest>

using namespace twinhelm;
using namespace twinhelm::desk;

namespace
{

/// One letter per node: M B F I S as heard now; u silent, m silent and last MASTER; - does not run it but should, n
/// need not; v MASTER without its VIP, x BACKUP that holds it, h BACKUP held back.
InstanceCell cell(QChar letter, int number)
{
    InstanceCell out;
    out.node = QStringLiteral("lb0%1").arg(number);
    out.fresh = letter != u'u' && letter != u'm';
    out.configured = letter != u'-' && letter != u'n';
    out.expected = letter != u'n';
    VipCell vip{QStringLiteral("10.0.0.3/32"), QStringLiteral("eth0"), false, false};
    switch (letter.toLatin1()) {
    case 'M':
    case 'v':
        out.lamp = Lamp::Master;
        vip.present = letter == u'M';
        break;
    case 'm':
        out.lastLamp = Lamp::Master;
        vip.present = true;
        break;
    case 'B':
    case 'x':
    case 'h':
        out.lamp = Lamp::Backup;
        vip.present = letter == u'x';
        out.heldBack = letter == u'h';
        break;
    case 'F': out.lamp = Lamp::Fault; break;
    case 'I': out.lamp = Lamp::Init; break;
    case 'S': out.lamp = Lamp::Stopped; break;
    default: break;
    }
    if (out.configured)
        out.addresses << vip;
    return out;
}

InstanceLive instance(const QString &letters)
{
    InstanceLive out{QStringLiteral("VI_1"), {}};
    for (int i = 0; i < letters.size(); ++i)
        out.cells << cell(letters[i], i + 1);
    return out;
}

} // namespace

class TestVerdict : public QObject
{
    Q_OBJECT

private slots:
    void theGravestThatHoldsIsTold_data()
    {
        QTest::addColumn<QString>("nodes");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QString>("named"); ///< the node the sentence must name
        const auto row = [](const char *nodes, Verdict verdict, const char *named) {
            QTest::newRow(nodes) << QString::fromUtf8(nodes) << verdict << QString::fromUtf8(named);
        };
        row("MB", Verdict::Ok, "lb01");
        row("BM", Verdict::Ok, "lb02");
        row("M", Verdict::Ok, "lb01");
        row("MBB", Verdict::Ok, "lb01");
        row("MM", Verdict::SplitBrain, "lb02");
        row("MMu", Verdict::SplitBrain, "lb02");
        row("vM", Verdict::SplitBrain, "lb01");
        row("MMF", Verdict::SplitBrain, "lb01");
        row("Mn", Verdict::Ok, "lb01");
        row("--", Verdict::Degraded, "");
        row("-n", Verdict::Degraded, "");
        row("-u", Verdict::Degraded, "lb01");
        row("BB", Verdict::NoMaster, "");
        row("FF", Verdict::NoMaster, "");
        row("BI", Verdict::NoMaster, "");
        row("SS", Verdict::NoMaster, "");
        row("B-", Verdict::NoMaster, "");
        row("Bn", Verdict::NoMaster, "");
        row("xB", Verdict::NoMaster, "");
        row("vB", Verdict::VipMismatch, "lb01");
        row("Mx", Verdict::VipMismatch, "lb02");
        row("vF", Verdict::VipMismatch, "lb01");
        row("vu", Verdict::VipMismatch, "lb01");
        row("xu", Verdict::VipMismatch, "lb01");
        row("MF", Verdict::Degraded, "lb02");
        row("MI", Verdict::Degraded, "lb02");
        row("MS", Verdict::Degraded, "lb02");
        row("M-", Verdict::Degraded, "lb02");
        row("Mh", Verdict::Degraded, "lb02");
        row("MFu", Verdict::Degraded, "lb02");
        row("Fu", Verdict::Degraded, "lb01");
        row("Mu", Verdict::Unknown, "lb02");
        row("Mm", Verdict::Unknown, "lb02");
        row("Bm", Verdict::Unknown, "lb02");
        row("Bu", Verdict::Unknown, "lb02");
        row("uu", Verdict::Unknown, "lb02");
        row("mm", Verdict::Unknown, "lb01");
        row("", Verdict::Unknown, "");
    }
    void theGravestThatHoldsIsTold()
    {
        QFETCH(QString, nodes);
        QFETCH(Verdict, verdict);
        QFETCH(QString, named);
        const auto judgement = judge(instance(nodes));
        QCOMPARE(judgement.verdict, verdict);
        QCOMPARE(judgement.instance, QStringLiteral("VI_1"));
        QVERIFY2(judgement.text.contains(named), qPrintable(judgement.text));
        QVERIFY2(!judgement.text.contains(u'%'), qPrintable(judgement.text));
    }

    void ofSeveralInstancesTheGravestSpeaks()
    {
        auto good = instance(QStringLiteral("MB"));
        auto bad = instance(QStringLiteral("MM"));
        bad.name = QStringLiteral("VI_2");
        QCOMPARE(judge({good, bad}).instance, QStringLiteral("VI_2"));
        QCOMPARE(judge({bad, good}).verdict, Verdict::SplitBrain);
        QCOMPARE(judge({good, good}).verdict, Verdict::Ok);
        QVERIFY(judge({good, good}).text.contains(u'2'));
        QCOMPARE(judge(QList<InstanceLive>()).verdict, Verdict::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
