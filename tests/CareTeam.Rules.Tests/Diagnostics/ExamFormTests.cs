using CareTeam.Server.Diagnostics;

namespace CareTeam.Rules.Tests.Diagnostics;

public sealed class ExamFormTests
{
    private static IReadOnlyList<string> Violated(ExamBody? body) =>
        Fields.Violated(new RecordExam(RuleTable.Shipped), new RecordExamRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, Body = body });

    [Fact]
    public void It_needs_a_finding_or_a_remark()
    {
        Assert.Equal(["body"], Violated(null));
        Assert.Equal(["body.remark"], Violated(new()));
        Assert.Empty(Violated(new() { Remark = "Refused to be examined." }));
    }

    [Fact]
    public void A_correction_needs_its_reason() => Assert.Equal(["correction_reason"], Fields.Violated(
        new RecordExam(RuleTable.Shipped), new RecordExamRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, Body = new() { Remark = "r" }, SupersedesExamId = WorkUp.ExamId }));

    [Fact]
    public void Everything_that_is_missing_is_told_at_once() => Assert.Equal(
        [
            "body.strength[0].root", "body.strength[0].muscle", "body.strength[0].side", "body.strength[0].grade",
            "body.reflexes[0].reflex", "body.reflexes[0].side", "body.reflexes[0].grade",
            "body.sensation[0].dermatome", "body.sensation[0].side", "body.sensation[0].modality", "body.sensation[0].sensation",
            "body.range_of_motion[0].region", "body.range_of_motion[0].movement", "body.range_of_motion[0].side", "body.range_of_motion[0].degrees",
            "body.tests[0].test", "body.tests[0].result", "body.tests[0].side",
            "body.gait[0].pattern",
        ],
        Violated(new()
        {
            Strength = { new StrengthFinding() },
            Reflexes = { new ReflexFinding() },
            Sensation = { new SensationFinding() },
            RangeOfMotion = { new RangeOfMotionFinding() },
            Tests = { new ExamTestFinding() },
            Gait = { new GaitFinding() },
        }));

    [Theory]
    [InlineData("L5", "", 0, GradeModifier.Unspecified, "")]
    [InlineData("L5", "tibialis-anterior", 4, GradeModifier.Plus, "")]
    [InlineData("S1", "", 5, GradeModifier.Minus, "")]
    [InlineData("L5", "", 5, GradeModifier.Plus, "body.strength[0].modifier")]
    [InlineData("L5", "", 0, GradeModifier.Minus, "body.strength[0].modifier")]
    [InlineData("L5", "", 6, GradeModifier.Unspecified, "body.strength[0].grade")]
    [InlineData("L6", "tibialis-anterior", 4, GradeModifier.Unspecified, "body.strength[0].root")]
    [InlineData("L2", "tibialis-anterior", 4, GradeModifier.Unspecified, "body.strength[0].root")]
    [InlineData("L5", "biceps femoris", 4, GradeModifier.Unspecified, "body.strength[0].muscle")]
    [InlineData("S2", "", 4, GradeModifier.Unspecified, "body.strength[0].muscle")]
    [InlineData("S2", "soleus", 4, GradeModifier.Unspecified, "")]
    public void Strength_is_a_grade_of_a_muscle_that_the_root_supplies(string root, string muscle, int grade, GradeModifier modifier, string violated) =>
        Assert.Equal(violated.Length == 0 ? [] : [violated], Violated(WorkUp.Strength(root, grade, modifier, muscle: muscle)));

    [Theory]
    [InlineData(BodyRegion.LumbarSpine, Movement.Flexion, Side.Unspecified, 60, "")]
    [InlineData(BodyRegion.LumbarSpine, Movement.Flexion, Side.Left, 60, "side")]
    [InlineData(BodyRegion.CervicalSpine, Movement.Rotation, Side.Left, 60, "")]
    [InlineData(BodyRegion.CervicalSpine, Movement.Rotation, Side.Unspecified, 60, "side")]
    [InlineData(BodyRegion.LumbarSpine, Movement.Abduction, Side.Unspecified, 60, "movement")]
    [InlineData(BodyRegion.Hip, Movement.InternalRotation, Side.Right, 20, "")]
    [InlineData(BodyRegion.Hip, Movement.InternalRotation, Side.Unspecified, 20, "side")]
    [InlineData(BodyRegion.Hip, Movement.LateralFlexion, Side.Right, 20, "movement")]
    [InlineData(BodyRegion.LowerLimb, Movement.Flexion, Side.Right, 20, "region")]
    [InlineData(BodyRegion.Knee, Movement.Flexion, Side.Right, 180, "")]
    [InlineData(BodyRegion.Knee, Movement.Flexion, Side.Right, 181, "degrees")]
    public void A_range_of_motion_is_of_a_movement_that_the_region_has(BodyRegion region, Movement movement, Side side, int degrees, string violated) =>
        Assert.Equal(
            violated.Length == 0 ? [] : [$"body.range_of_motion[0].{violated}"],
            Violated(new() { RangeOfMotion = { new RangeOfMotionFinding { Region = region, Movement = movement, Side = side, Degrees = degrees } } }));

    [Theory]
    [InlineData(ExamTest.StraightLegRaise, Side.Left, ExamTestResult.Positive, 45, "")]
    [InlineData(ExamTest.StraightLegRaise, Side.Left, ExamTestResult.Negative, 45, "angle_degrees")]
    [InlineData(ExamTest.StraightLegRaise, Side.Unspecified, ExamTestResult.Positive, 45, "side")]
    [InlineData(ExamTest.StraightLegRaise, Side.Left, ExamTestResult.Positive, 121, "angle_degrees")]
    [InlineData(ExamTest.FacetLoading, Side.Left, ExamTestResult.Positive, 45, "angle_degrees")]
    [InlineData(ExamTest.SacralThrust, Side.Left, ExamTestResult.Positive, null, "")]
    [InlineData(ExamTest.Romberg, Side.Unspecified, ExamTestResult.Equivocal, null, "")]
    [InlineData(ExamTest.Romberg, Side.Left, ExamTestResult.Positive, null, "side")]
    public void A_test_has_a_side_where_there_are_two_and_an_angle_where_it_is_raised(ExamTest test, Side side, ExamTestResult result, int? angle, string violated)
    {
        var finding = new ExamTestFinding { Test = test, Side = side, Result = result };
        if (angle is { } degrees) finding.AngleDegrees = degrees;
        Assert.Equal(violated.Length == 0 ? [] : [$"body.tests[0].{violated}"], Violated(new() { Tests = { finding } }));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(4, "")]
    [InlineData(5, "body.reflexes[0].grade")]
    public void A_reflex_is_graded_from_none_to_four(int grade, string violated) => Assert.Equal(
        violated.Length == 0 ? [] : [violated], Violated(new() { Reflexes = { new ReflexFinding { Reflex = Reflex.Achilles, Side = Side.Left, Grade = grade } } }));

    [Fact]
    public void Nothing_is_told_twice_also_not_as_one_side_of_both_or_under_another_root()
    {
        var both = WorkUp.Strength("L5", 4, side: Side.Bilateral);
        Assert.Empty(Violated(both));
        both.Strength.Add(new StrengthFinding { Root = "S1", Muscle = "extensor-hallucis-longus", Side = Side.Right, Grade = 5 });
        Assert.Equal(["body"], Violated(both));
        var flexion = new RangeOfMotionFinding { Region = BodyRegion.LumbarSpine, Movement = Movement.Flexion, Degrees = 40 };
        Assert.Equal(["body"], Violated(new() { RangeOfMotion = { flexion, new RangeOfMotionFinding(flexion) { Side = Side.Midline } } }));
    }

    [Fact]
    public void Of_each_kind_there_are_up_to_200()
    {
        var body = new ExamBody { Gait = { Enumerable.Repeat(new GaitFinding { Pattern = GaitPattern.Slow }, 201) } };
        Assert.Equal(["body.gait"], Violated(body));
    }
}
