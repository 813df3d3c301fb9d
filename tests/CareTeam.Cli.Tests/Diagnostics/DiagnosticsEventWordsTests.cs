using CareTeam.Cli.History;

namespace CareTeam.Cli.Tests.Diagnostics;

public sealed class DiagnosticsEventWordsTests
{
    [Fact]
    public void A_study_is_called_by_what_it_is_from_order_to_result()
    {
        var words = new PlanEventWords();
        var study = new DiagnosticStudy { StudyId = "s1", Modality = StudyModality.EmgNcs, Region = BodyRegion.LowerLimb, Side = Side.Left, ClinicalQuestion = "Root or nerve?" };
        study.Findings.Add(new RuleFinding { RuleId = "study.duplicate" });
        Assert.Equal("Ordered EMG/NCS, left lower limb: Root or nerve? [study.duplicate]", words.Of(new PlanEvent { StudyOrdered = new() { Study = study } }));
        var result = new StudyResult { Impression = "Mild.", Conclusions = { new ElectrodiagnosticConclusion { Kind = ElectrodiagnosticConclusionKind.Radiculopathy, Roots = { "L5" }, Side = Side.Left } } };
        Assert.Equal("Result of EMG/NCS, left lower limb: Mild. Signed: left L5 radiculopathy.", words.Of(new PlanEvent { StudyResulted = new() { StudyId = "s1", Result = result } }));
        result.CorrectionReason = "Wrong side.";
        Assert.StartsWith("Result of EMG/NCS, left lower limb, corrected (Wrong side.):", words.Of(new PlanEvent { StudyResulted = new() { StudyId = "s1", Result = result } }), StringComparison.Ordinal);
        Assert.Equal("Called off EMG/NCS, left lower limb: Moved away.", words.Of(new PlanEvent { StudyCancelled = new() { StudyId = "s1", Reason = "Moved away." } }));
    }

    [Fact]
    public void An_examination_tells_what_is_not_normal() => Assert.EndsWith(
        ": strength, left tibialis anterior (L4) 4/5",
        new PlanEventWords().Of(new PlanEvent
        {
            ExamRecorded = new() { Exam = new() { Body = new() { Strength = { new StrengthFinding { Root = "L4", Muscle = "tibialis-anterior", Side = Side.Left, Grade = 4 } } } } },
        }),
        StringComparison.Ordinal);
}
