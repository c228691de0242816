#include <QDir>
#include <QtTest>

#include "common/config/load.h"
#include "gui/core/base/file.h"
#include "gui/core/base/qt_text.h"
#include "gui/core/presenters/block_form_presenter.h"

using namespace twinhelm;
using namespace twinhelm::desk;

/// The form over real configurations: what is set is what the node gets, and undo gives every byte back.
class TestFormCorpus : public QObject
{
    Q_OBJECT

private slots:
    void aPrioritySetInTheFormIsTheNodes_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(TWINHELM_SOURCE_DIR "/../shared/corpus/conf"));
        if (!folder.exists())
            QSKIP("../shared/corpus is not here: nothing was checked");
        for (const auto &file : folder.entryInfoList({QStringLiteral("*.conf")}, QDir::Files))
            QTest::newRow(qPrintable(file.fileName())) << file.filePath();
    }
    void aPrioritySetInTheFormIsTheNodes()
    {
        QFETCH(QString, path);
        const auto before = readFile(path);
        QVERIFY(before);
        const auto node = QStringLiteral("lb01");
        Document document({node, QStringLiteral("lb02")});
        document.reset(*before);
        BlockFormPresenter form(&document);
        int checked = 0;
        for (const auto &name : document.instanceNames()) {
            form.setBlock({{"vrrp_instance", toStd(name)}});
            if (!form.setValue(QStringLiteral("priority"), node, QStringLiteral("77")))
                continue; // a name that only exists after expansion
            ++checked;
            document.flush();
            int found = 0;
            for (const auto &instance : document.loaded(node)->model.instances) {
                if (toQt(*instance.name) == name) {
                    QCOMPARE(*instance.priority, 77);
                    ++found;
                }
            }
            QVERIFY(found > 0);
        }
        checked_ += checked;
        while (document.undoStack()->canUndo())
            document.undoStack()->undo();
        QCOMPARE(document.text(), *before);
    }

    void mostInstancesCouldBeSet()
    {
        if (!QDir(QStringLiteral(TWINHELM_SOURCE_DIR "/../shared/corpus/conf")).exists())
            QSKIP("../shared/corpus is not here: nothing was checked");
        QVERIFY2(checked_ > 200, qPrintable(QString::number(checked_)));
    }

private:
    int checked_ = 0;
};

QTEST_GUILESS_MAIN(TestFormCorpus)
#include "tst_form_corpus.moc"
