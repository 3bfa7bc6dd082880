/// The version of the program, as decisions name it.
let programVersion = "0.1.0"
