namespace Throughcare.Domain.Access;

/// <summary>Everything that can be permitted: the verbs of <c>permissions.csv</c>; a test holds the two together.</summary>
public enum Verb
{
    // Record
    SearchNation,
    ReadRecord,
    ReadOwnEntriesAndPlan,
    ReadSensitive,
    ReadRestricted,
    RecordContact,
    AmendContact,
    MoveContact,
    ChangePersonDetails,
    RaiseAlert,
    CloseAlert,
    AddDocument,
    MergePeople,
    ExportSubjectAccess,
    HardDelete,
    RunImport,
    DecideMatch,

    // Sentences
    RecordSentence,
    CloseDateMismatch,

    // Movements
    RecordMovement,
    WriteCategorisation,
    ApproveCategorisation,
    BookTransfer,
    DecideRotl,
    DecideHdc,
    RecordParoleReview,
    CreateLicence,
    ApproveLicence,
    ApproveVariation,
    DecideRecall,
    RevokeLicence,
    RecordOutcome,
    DecideEnforcement,
    TransferArea,

    // Allocation
    AllocatePom,
    AllocateCom,
    AllocateKeyWorker,
    OverrideResponsibility,
    AssessEarlyAllocation,
    TickHandoverTask,
    ManageStaffCapacity,
    SetComplexity,

    // Standards
    ReadDueItems,
    DeferDueItem,
    ExemptDueItem,
    LoadRules,

    // Assessment
    CreateAssessment,
    SignAssessment,
    CountersignAssessment,
    ReadAssessment,
    ReadAssessmentSummaryAndRmp,
    ReadRelevantSections,
    ContributeToAssessment,
    RollBackAssessment,
    ScoreQuality,
    DiscloseAssessment,

    // Planning
    EditPlan,
    ProposeGoal,
    SetStepStatus,
    RecordAgreement,
    RunBoard,

    // Interventions
    MaintainCatalogue,
    ManageGroups,
    Refer,
    DecideReferral,
    RecordAttendance,
    WriteProgrammeReport,
    OverrideHold,
    ReadNeedsAnalysis,

    // Protection
    ReadProtection,
    ProposeMappaCategory,
    ConfirmMappaCategory,
    SetMappaLevel,
    WriteMappaMinutes,
    RunIrmm,
    AuthoriseMonitoring,
    LogMonitoring,
    SetContactRestriction,
    RecordPpo,
    ReadVictim,
    WriteVictim,
    ReviewSfo,

    // Inspection
    SetUpInspection,
    DrawSample,
    AnswerCase,
    LockInspection,
    ReopenInspection,
    CommentOnDraftReport,
    SelfInspect,

    // Insight
    ReadFigures,
    ExtractPseudonymous,

    // Access
    RestrictPerson,
    RequestAccess,
    DecideAccess,
    BreakGlass,
    ReadAccessLog,
    ManageAccounts,
    ManageReferenceTables,

    // Record
    ReadOwnView,
    AddOwnComment,

    // Planning
    AgreePlan,
    MarkOwnStepDone,

    // Record
    AskToSeeSomeone,
}
