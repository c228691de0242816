#pragma once

/// Names of the widgets a driver or a test looks for (QObject::findChild). Beside these:
///   field.KEY            the control of a form row with one value, KEY = keyword ("interface",
///                        "authentication.auth_pass")
///   field.KEY.NODE       the control of one node where values differ ("field.priority.lb01")
///   split.KEY join.KEY reset.KEY   the tools of a row
///   action.NAME          an action of the menus ("action.save"), see gui/widgets/shell/action_set.h
///   lamp.NODE            a node's lamp in the header
///   add.KEYWORD          an action of the menu that adds blocks ("add.vrrp_instance")
///   diff.NODE            the review of a node on the deploy page
namespace twinhelm::desk::names
{

// Window
inline constexpr char siteTree[] = "siteTree";
inline constexpr char pageStack[] = "pageStack";
inline constexpr char clusterTabs[] = "clusterTabs";
inline constexpr char liveTab[] = "tab.live"; ///< the pages in clusterTabs
inline constexpr char editTab[] = "tab.edit";
inline constexpr char deployTab[] = "tab.deploy";
inline constexpr char connectionSummary[] = "connectionSummary";
inline constexpr char noticeBar[] = "noticeBar";
inline constexpr char noticeText[] = "noticeText";
inline constexpr char noticeClose[] = "noticeCloseButton";

// Welcome page
inline constexpr char welcomePage[] = "welcomePage";
inline constexpr char openSiteButton[] = "openSiteButton";
inline constexpr char newSiteButton[] = "newSiteButton";
inline constexpr char welcomeImportButton[] = "importButton";
inline constexpr char recentSites[] = "recentSites";

// Site page (no cluster chosen)
inline constexpr char sitePage[] = "sitePage";
inline constexpr char siteImportButton[] = "siteImportButton";

// Cluster header
inline constexpr char clusterTitle[] = "clusterTitle";
inline constexpr char verdictBadge[] = "verdictBadge";
inline constexpr char verdictSentence[] = "verdictSentence";
inline constexpr char changesBadge[] = "changesBadge";
inline constexpr char undeployedBadge[] = "undeployedBadge";

// Live page
inline constexpr char instanceTable[] = "instanceTable";
inline constexpr char vipTable[] = "vipTable";
inline constexpr char eventTable[] = "eventTable";
inline constexpr char eventSearch[] = "eventSearch";
inline constexpr char handoverButton[] = "handoverButton";
inline constexpr char releaseButton[] = "releaseButton";
inline constexpr char liveEnrolButton[] = "liveEnrolButton";

// Edit page
inline constexpr char formView[] = "formView";
inline constexpr char textView[] = "textView";
inline constexpr char showForm[] = "showFormButton";
inline constexpr char showText[] = "showTextButton";
inline constexpr char showBoth[] = "showBothButton";
inline constexpr char formTitle[] = "formTitle";
inline constexpr char blockTree[] = "blockTree";
inline constexpr char blockFilter[] = "blockFilter";
inline constexpr char blockAdd[] = "blockAddButton";
inline constexpr char blockRename[] = "blockRenameButton";
inline constexpr char blockRemove[] = "blockRemoveButton";
inline constexpr char editAsTextButton[] = "editAsTextButton";
inline constexpr char moreFieldsButton[] = "moreFieldsButton";
inline constexpr char lowerTabs[] = "lowerTabs"; ///< problems, what if
inline constexpr char whatIfTable[] = "whatIfTable";
inline constexpr char whatIfSummary[] = "whatIfSummary";
inline constexpr char problemsTable[] = "problemsTable";
inline constexpr char problemsSummary[] = "problemsSummary";
inline constexpr char problemsFix[] = "problemsFix";

// Deploy page
inline constexpr char deployButton[] = "deployButton";
inline constexpr char stopDeployButton[] = "stopDeployButton";
inline constexpr char reviewButton[] = "reviewButton";
inline constexpr char deploySteps[] = "deploySteps";
inline constexpr char deployOutput[] = "deployOutput";
inline constexpr char deployVerdict[] = "deployVerdict";
inline constexpr char reviewTabs[] = "reviewTabs";

// Import dialog
inline constexpr char importDialog[] = "importDialog";
inline constexpr char importAddFiles[] = "importAddFilesButton";
inline constexpr char importFetch[] = "importFetchButton";
inline constexpr char importSources[] = "importSources";
inline constexpr char importClusterName[] = "importClusterName";
inline constexpr char importDiffering[] = "importDiffering";
inline constexpr char importSummary[] = "importSummary";
inline constexpr char importBlocker[] = "importBlocker";
inline constexpr char importCommit[] = "importCommitButton";

// Node dialog
inline constexpr char nodeDialog[] = "nodeDialog";
inline constexpr char nodeName[] = "nodeName";
inline constexpr char nodeHost[] = "nodeHost";
inline constexpr char nodeSshPort[] = "nodeSshPort";
inline constexpr char nodeSshUser[] = "nodeSshUser";
inline constexpr char nodeIdentityFile[] = "nodeIdentityFile";
inline constexpr char nodeProxyJump[] = "nodeProxyJump";
inline constexpr char nodeApiPort[] = "nodeApiPort";
inline constexpr char nodeEngine[] = "nodeEngine";
inline constexpr char nodeTestButton[] = "nodeTestButton";
inline constexpr char nodeEnrolButton[] = "nodeEnrolButton";
inline constexpr char nodeSaveButton[] = "nodeSaveButton";
inline constexpr char nodeResult[] = "nodeResult";

// Name of a block
inline constexpr char nameDialog[] = "nameDialog";
inline constexpr char nameField[] = "nameField";

// Questions
inline constexpr char passwordDialog[] = "passwordDialog";
inline constexpr char passwordField[] = "passwordField";
inline constexpr char unknownHostDialog[] = "unknownHostDialog";
inline constexpr char changedHostDialog[] = "changedHostDialog";
inline constexpr char acceptButton[] = "acceptButton";
inline constexpr char rejectButton[] = "rejectButton";

} // namespace twinhelm::desk::names
