#pragma once

#include <QDir>

#include "tests/demo/demo_pair.h"
#include "tests/demo/desk_driver.h"
#include "tests/demo/report.h"

namespace twinhelm::desk
{
class MainWindow;
}

namespace twinhelm::demo
{

/// What a newcomer does on the first day, step by step, in a real window on a real pair: makes a site, imports the
/// pair, enrols both nodes, changes the priorities in the form, deploys, and watches the virtual address walk.
class FirstLight
{
public:
    enum class ImportFrom { Ssh, Files };

    struct Plan {
        QString title; ///< for the report
        QString cluster;
        ImportFrom importFrom = ImportFrom::Ssh;
        QStringList from = {}; ///< priorities of lb01 and lb02 before
        QStringList to = {};   ///< and after: both files change, and lb02 outranks lb01
    };

    /// `files`: where the pair's own files lie for ImportFrom::Files.
    FirstLight(DemoPair &pair, desk::MainWindow &window, DeskDriver &driver, Plan plan);

    /// Never throws: a failure stands in the report, with a picture of the window as it was.
    PairReport run(const QDir &siteFolder);

private:
    void makeSite(const QDir &siteFolder);
    void importOverSsh();
    void importFiles();
    void enrol(const QString &node, const QString &address);
    void acceptHostKey();
    void editPriorities();
    void deploy();
    void watchTheAddressWalk(lab::Clock::time_point since);
    void readTheDesk();
    [[nodiscard]] QString nodeName(int index);
    [[nodiscard]] QString address(int index);
    /// What the live page says of a node: MASTER, BACKUP, ... empty while it says nothing.
    [[nodiscard]] QString stateOf(const QString &node);

    DemoPair &pair_;
    desk::MainWindow &window_;
    DeskDriver &driver_;
    Plan plan_;
    PairReport report_;
};

} // namespace twinhelm::demo
