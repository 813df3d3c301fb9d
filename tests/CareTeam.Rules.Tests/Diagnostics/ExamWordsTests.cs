namespace CareTeam.Rules.Tests.Diagnostics;

public sealed class ExamWordsTests
{
    [Fact]
    public void Findings_read_as_a_clinician_says_them()
    {
        Assert.Equal(("strength, left tibialis anterior (L4)", "4+/5"),
            new StrengthFinding { Root = "L4", Muscle = "tibialis-anterior", Side = Side.Left, Grade = 4, Modifier = GradeModifier.Plus }.Words());
        Assert.Equal(("right achilles reflex", "0"), new ReflexFinding { Reflex = Reflex.Achilles, Side = Side.Right, Grade = 0 }.Words());
        Assert.Equal(("right achilles reflex", "2+"), new ReflexFinding { Reflex = Reflex.Achilles, Side = Side.Right, Grade = 2 }.Words());
        Assert.Equal(("light touch, left L5", "reduced"),
            new SensationFinding { Dermatome = "L5", Side = Side.Left, Modality = SensoryModality.LightTouch, Sensation = Sensation.Reduced }.Words());
        Assert.Equal(("lumbar spine flexion", "40 degrees, painful"),
            new RangeOfMotionFinding { Region = BodyRegion.LumbarSpine, Movement = Movement.Flexion, Degrees = 40, Painful = true }.Words());
        Assert.Equal(("cervical spine rotation to the left", "60 % of normal"),
            new RangeOfMotionFinding { Region = BodyRegion.CervicalSpine, Movement = Movement.Rotation, Side = Side.Left, PercentOfNormal = 60 }.Words());
        Assert.Equal(("left hip internal rotation", "20 degrees"),
            new RangeOfMotionFinding { Region = BodyRegion.Hip, Movement = Movement.InternalRotation, Side = Side.Left, Degrees = 20 }.Words());
        Assert.Equal(("left straight leg raise", "positive at 45 degrees"),
            new ExamTestFinding { Test = ExamTest.StraightLegRaise, Side = Side.Left, Result = ExamTestResult.Positive, AngleDegrees = 45 }.Words());
        Assert.Equal(("right FABER", "negative"), new ExamTestFinding { Test = ExamTest.Faber, Side = Side.Right, Result = ExamTestResult.Negative }.Words());
        Assert.Equal(("gait", "left antalgic, slow"), new[] { new GaitFinding { Pattern = GaitPattern.Antalgic, Side = Side.Left }, new GaitFinding { Pattern = GaitPattern.Slow } }.Words());
    }

    [Fact]
    public void A_study_is_called_as_on_a_ward()
    {
        Assert.Equal("MRI, lumbar spine, without contrast", new DiagnosticStudy { Modality = StudyModality.Mri, Region = BodyRegion.LumbarSpine, Contrast = ContrastUse.Without }.Title());
        Assert.Equal("EMG/NCS, left lower limb", new DiagnosticStudy { Modality = StudyModality.EmgNcs, Region = BodyRegion.LowerLimb, Side = Side.Left }.Title());
        Assert.Equal("X-ray, pelvis", new DiagnosticStudy { Modality = StudyModality.XRay, Region = BodyRegion.Pelvis }.Title());
    }
}
