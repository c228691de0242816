#include <sys/wait.h>
#include <unistd.h>

#include "tests/lab/lab_test.h"
#include "tests/lab/owner.h"

using namespace twinhelm::lab;

class TestLab : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    void hostsReachEachOther()
    {
        LabOptions options;
        options.web = true;
        options.deskHost = true;
        Lab lab(options);
        QCOMPARE(lab.client().run({"ping", "-c1", "-W1", "10.0.0.5"}).exitCode, 0);
        QCOMPARE(lab.desk().run({"ping", "-c1", "-W1", "10.0.0.6"}).exitCode, 0);
        QCOMPARE(lab.lb1().run({"ping", "-c1", "-W1", "172.16.1.8"}).exitCode, 0);
        QVERIFY2(lab.client().run({"ping", "-c1", "-W1", "172.16.1.7"}).exitCode != 0,
                 "the back network must be apart");
    }
};

QTEST_GUILESS_MAIN(TestLab)
#include "tst_lab.moc"
