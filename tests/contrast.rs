//! Colours: readable, and apart for every kind of colour vision.

/// The two values of a token, light and dark, as linear red, green and blue.
fn token(name: &str) -> [[f64; 3]; 2] {
    let tokens = include_str!("../styles/tokens.css");
    let start = format!("--dw-{name}: light-dark(");
    let rest = tokens.split_once(&start).unwrap_or_else(|| panic!("there is no --dw-{name}")).1;
    let (values, _) = rest.split_once(')').expect("the value is closed");
    let (light, dark) = values.split_once(", ").expect("there are two values");
    [light, dark].map(colour)
}

/// A colour like `#1d1b18`: IEC 61966-2-1.
fn colour(hex: &str) -> [f64; 3] {
    [1, 3, 5].map(|at| {
        let value = u8::from_str_radix(&hex[at..at + 2], 16).expect("it is hexadecimal");
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

fn luminance([red, green, blue]: [f64; 3]) -> f64 {
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Contrast as WCAG 2.2 defines it.
fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let [a, b] = [luminance(a), luminance(b)];
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

const GROUNDS: [&str; 6] = ["ground", "raised", "sunken", "hover", "chosen", "notice"];
/// Options of the shipped comparison.
const SHIPPED: usize = 4;

fn assert_contrast(front: &str, ground: &str, least: f64) {
    for (theme, (a, b)) in ["light", "dark"].iter().zip(token(front).into_iter().zip(token(ground)))
    {
        let found = contrast(a, b);
        assert!(found >= least, "{front} on {ground}, {theme}: {found:.2}, not {least}");
    }
}

/// Level AAA of WCAG 2.2, success criterion 1.4.6.
#[test]
fn text_is_readable_on_every_ground() {
    for text in ["ink", "soft", "warn"] {
        for ground in GROUNDS {
            assert_contrast(text, ground, 7.0);
        }
    }
    assert_contrast("on-accent", "accent", 7.0);
}

/// Success criterion 1.4.11.
#[test]
fn marks_and_edges_can_be_seen() {
    let options = (0..6).map(|slot| format!("option-{slot}"));
    let marks = ["edge", "focus", "tick", "option-none"].map(str::to_owned);
    for mark in options.chain(marks) {
        for ground in ["ground", "raised", "sunken"] {
            assert_contrast(&mark, ground, 3.0);
        }
    }
}

/// What people with a colour deficiency see: Machado, Oliveira and Fernandes
/// 2009, table of severity 1; the first is full colour vision.
const VISIONS: [[[f64; 3]; 3]; 4] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
];

fn times(matrix: [[f64; 3]; 3], [a, b, c]: [f64; 3]) -> [f64; 3] {
    matrix.map(|[x, y, z]| x * a + y * b + z * c)
}

/// Ottosson 2020, *A perceptual color space for image processing*.
fn oklab(colour: [f64; 3]) -> [f64; 3] {
    const CONES: [[f64; 3]; 3] = [
        [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
        [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
        [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
    ];
    const AXES: [[f64; 3]; 3] = [
        [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
        [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
        [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
    ];
    times(AXES, times(CONES, colour).map(|it| it.max(0.0).cbrt()))
}

/// A distance of 0.02 can just be seen side by side.
#[test]
fn shipped_options_are_apart_for_everybody_and_in_grey() {
    const APART: f64 = 0.09;
    const GREY: f64 = 1.15;
    for theme in 0..2 {
        let colours: Vec<[f64; 3]> =
            (0..SHIPPED).map(|slot| token(&format!("option-{slot}"))[theme]).collect();
        for (at, a) in colours.iter().enumerate() {
            for b in &colours[at + 1..] {
                assert!(contrast(*a, *b) >= GREY, "theme {theme}: {a:?} and {b:?} in grey");
                for vision in VISIONS {
                    let seen =
                        [a, b].map(|it| oklab(times(vision, *it).map(|it| it.clamp(0.0, 1.0))));
                    let [a, b] = seen;
                    let distance = (0..3).map(|it| (a[it] - b[it]).powi(2)).sum::<f64>().sqrt();
                    assert!(
                        distance >= APART,
                        "theme {theme}: {distance:.3} between {a:?} and {b:?}"
                    );
                }
            }
        }
    }
}
