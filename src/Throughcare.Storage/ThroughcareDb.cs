using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Interventions;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Planning;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Record.Handover;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Sentences;
using Throughcare.Domain.Standards;
using Throughcare.Storage.Standards;

namespace Throughcare.Storage;

/// <summary>The record. Nothing that is read is tracked: what is written is said to the recorder. Accounts (<c>AccessDb</c>) and looks (<c>AuditDb</c>) are kept apart from it.</summary>
public sealed class ThroughcareDb(DbContextOptions<ThroughcareDb> options, Dialect dialect) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<RecordHead> RecordHeads => Set<RecordHead>();

    public DbSet<RecordEventRow> RecordEvents => Set<RecordEventRow>();

    public DbSet<PersonIdentifier> Identifiers => Set<PersonIdentifier>();

    public DbSet<PersonName> Names => Set<PersonName>();

    public DbSet<NameKeyRow> NameKeys => Set<NameKeyRow>();

    public DbSet<PersonDetails> Details => Set<PersonDetails>();

    public DbSet<IndividualNeed> Needs => Set<IndividualNeed>();

    public DbSet<PersonAddress> Addresses => Set<PersonAddress>();

    public DbSet<PersonRelationship> Relationships => Set<PersonRelationship>();

    public DbSet<PersonCase> Cases => Set<PersonCase>();

    public DbSet<SentenceRecord> Sentences => Set<SentenceRecord>();

    public DbSet<Offence> Offences => Set<Offence>();

    public DbSet<KeyDates> KeyDates => Set<KeyDates>();

    public DbSet<CustodyEpisode> Episodes => Set<CustodyEpisode>();

    public DbSet<CellLocation> Locations => Set<CellLocation>();

    public DbSet<CustodyStatus> CustodyStatuses => Set<CustodyStatus>();

    public DbSet<Movement> Movements => Set<Movement>();

    public DbSet<TransferBooking> TransferBookings => Set<TransferBooking>();

    public DbSet<PrisonActivity> Activities => Set<PrisonActivity>();

    public DbSet<PrisonMarkers> PrisonMarkers => Set<PrisonMarkers>();

    public DbSet<ManagerAssignment> Managers => Set<ManagerAssignment>();

    /// <summary>Allocations to prison offender managers: one for a person, every version kept.</summary>
    public DbSet<AllocationRecord> AllocationRecords => Set<AllocationRecord>();

    public DbSet<ResponsibilityOverride> ResponsibilityOverrides => Set<ResponsibilityOverride>();

    public DbSet<EarlyAllocationAssessment> EarlyAllocations => Set<EarlyAllocationAssessment>();

    public DbSet<HandoverProgress> HandoverProgress => Set<HandoverProgress>();

    public DbSet<CaseInformation> CaseInformation => Set<CaseInformation>();

    public DbSet<ComplexityRecord> ComplexityRecords => Set<ComplexityRecord>();

    public DbSet<ScopeExtension> ScopeExtensions => Set<ScopeExtension>();

    public DbSet<VloContact> VloContacts => Set<VloContact>();

    public DbSet<TierChoice> TierChoices => Set<TierChoice>();

    public DbSet<PomProfile> PomProfiles => Set<PomProfile>();

    public DbSet<PomSpecialismSpell> PomSpecialisms => Set<PomSpecialismSpell>();

    public DbSet<OmDutyDay> OmDutyDays => Set<OmDutyDay>();

    public DbSet<PrisonSetting> PrisonSettings => Set<PrisonSetting>();

    public DbSet<RecommendationSetting> RecommendationSettings => Set<RecommendationSetting>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<NoticeChoice> NoticeChoices => Set<NoticeChoice>();

    public DbSet<StaffHours> StaffHours => Set<StaffHours>();

    public DbSet<WorkReduction> WorkReductions => Set<WorkReduction>();

    public DbSet<WorkloadWeek> WorkloadWeeks => Set<WorkloadWeek>();

    public DbSet<WorkloadMark> WorkloadMarks => Set<WorkloadMark>();

    public DbSet<CourtReport> CourtReports => Set<CourtReport>();

    public DbSet<KeyWorkerSetting> KeyWorkerSettings => Set<KeyWorkerSetting>();

    /// <summary>Where each case stands: worked out from the record, for lists.</summary>
    public DbSet<Standing> Standings => Set<Standing>();

    public DbSet<StandingChange> StandingChanges => Set<StandingChange>();

    public DbSet<AreaTransfer> AreaTransfers => Set<AreaTransfer>();

    public DbSet<Alert> Alerts => Set<Alert>();

    public DbSet<Registration> Registrations => Set<Registration>();

    public DbSet<RoshRecord> RoshRecords => Set<RoshRecord>();

    public DbSet<PersonalCircumstance> Circumstances => Set<PersonalCircumstance>();

    public DbSet<CourtEvent> CourtEvents => Set<CourtEvent>();

    public DbSet<Disposal> Disposals => Set<Disposal>();

    public DbSet<Requirement> Requirements => Set<Requirement>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<Addendum> Addenda => Set<Addendum>();

    public DbSet<PersonDocument> Documents => Set<PersonDocument>();

    /// <summary>What is in documents: read one at a time, when somebody downloads it.</summary>
    public DbSet<DocumentFile> DocumentFiles => Set<DocumentFile>();

    public DbSet<ContactDraft> ContactDrafts => Set<ContactDraft>();

    public DbSet<AssessmentSummary> AssessmentSummaries => Set<AssessmentSummary>();

    /// <summary>Scores that were kept with assessments.</summary>
    public DbSet<RiskScoring> RiskScorings => Set<RiskScoring>();

    public DbSet<PpoNomination> PpoNominations => Set<PpoNomination>();

    public DbSet<PpoListing> PpoListings => Set<PpoListing>();

    public DbSet<PpoCandidate> PpoCandidates => Set<PpoCandidate>();

    public DbSet<ListedSentence> ListedSentences => Set<ListedSentence>();

    public DbSet<SentenceAdjustment> Adjustments => Set<SentenceAdjustment>();

    public DbSet<RecordedObjective> RecordedObjectives => Set<RecordedObjective>();

    public DbSet<RecordedIntervention> RecordedInterventions => Set<RecordedIntervention>();

    public DbSet<RecordedTier> RecordedTiers => Set<RecordedTier>();

    public DbSet<VictimContact> VictimContacts => Set<VictimContact>();

    /// <summary>Who victims are: read by victim liaison staff alone.</summary>
    public DbSet<SealedVictim> SealedVictims => Set<SealedVictim>();

    public DbSet<SubjectAccessRequest> SubjectAccessRequests => Set<SubjectAccessRequest>();

    /// <summary>The redaction logs of requests: what was withheld, and what somebody decided.</summary>
    public DbSet<SubjectAccessItem> SubjectAccessItems => Set<SubjectAccessItem>();

    public DbSet<HandoverPack> HandoverPacks => Set<HandoverPack>();

    /// <summary>What packs say, by level: read as far as the reader may.</summary>
    public DbSet<HandoverPackPart> HandoverPackParts => Set<HandoverPackPart>();

    /// <summary>What is and was due: worked out from the record, with versions of its own.</summary>
    public DbSet<DueItem> DueItems => Set<DueItem>();

    public DbSet<Deferral> Deferrals => Set<Deferral>();

    public DbSet<StandardExemption> StandardExemptions => Set<StandardExemption>();

    /// <summary>Whose due items have to be worked out since a file changed their record.</summary>
    public DbSet<StalePerson> StalePeople => Set<StalePerson>();

    public DbSet<RecomputeRun> RecomputeRuns => Set<RecomputeRun>();

    /// <summary>Rule sets on trial, and what each would change.</summary>
    public DbSet<RuleTrial> RuleTrials => Set<RuleTrial>();

    public DbSet<RuleTrialChange> RuleTrialChanges => Set<RuleTrialChange>();

    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    public DbSet<DataQualityItem> DataQuality => Set<DataQualityItem>();

    public DbSet<StaffMember> Staff => Set<StaffMember>();

    public DbSet<AccessRestriction> Restrictions => Set<AccessRestriction>();

    public DbSet<AccessListing> Listings => Set<AccessListing>();

    public DbSet<AccessRequest> AccessRequests => Set<AccessRequest>();

    public DbSet<GlassBreak> GlassBreaks => Set<GlassBreak>();

    public DbSet<PersonReach> Reach => Set<PersonReach>();

    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    public DbSet<ImportLock> ImportLocks => Set<ImportLock>();

    public DbSet<ImportChunk> ImportChunks => Set<ImportChunk>();

    public DbSet<ImportError> ImportErrors => Set<ImportError>();

    public DbSet<SourceRow> SourceRows => Set<SourceRow>();

    public DbSet<MatchItem> MatchItems => Set<MatchItem>();

    public DbSet<NotSamePerson> NotSamePeople => Set<NotSamePerson>();

    public DbSet<PersonMerge> PersonMerges => Set<PersonMerge>();

    public DbSet<DuplicateSearch> DuplicateSearches => Set<DuplicateSearch>();

    /// <summary>What this database does in its own way.</summary>
    public Dialect Dialect => dialect;

    /// <summary>Takes the person's lock, for as long as the transaction lasts. Call it before reading anything.</summary>
    public Task<RecordHead> LockHeadAsync(PersonId person, CancellationToken stop) => dialect.LockHeadAsync(this, person, stop);

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseSnakeCaseNamingConvention().UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ThroughcareDb).Assembly, type => type.Namespace?.EndsWith(".Accounts", StringComparison.Ordinal) is not true);
        dialect.Finish(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        Converters.Teach(configurationBuilder, dialect);
    }
}
